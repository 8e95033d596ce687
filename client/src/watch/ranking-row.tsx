import type { RankingRow } from '@emulation/shared';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { TravellingRow } from '../motion/travelling-row.tsx';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { gapToLeader } from './gap.ts';
import type { PlaceChange } from './place-changes.ts';
import styles from './ranking.module.css';

interface Props {
  row: RankingRow;
  leader: string;
  change: PlaceChange | undefined;
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
}

function ChangeMark({ gained }: { gained: number }) {
  const { t } = useTranslation('watch');
  if (gained === 0) return null;
  const count = Math.abs(gained);
  return (
    <span className={styles.change} data-way={gained > 0 ? 'up' : 'down'}>
      <span aria-hidden="true">
        {gained > 0 ? '▲' : '▼'}
        {count}
      </span>
      <span className="visually-hidden">
        {t(gained > 0 ? 'ranking.gained' : 'ranking.lost', { count })}
      </span>
    </span>
  );
}

/** More characters leave a name on a phone no room beside them. */
const longScore = 9;

function signed(gap: string, metric: MetricInfo): string {
  const text = formatNumber(gap, metric);
  return gap.startsWith('-') ? text : `+${text}`;
}

/** One unit in the race: place, name, gap, score. It travels when its place changes. */
export const RankingRowItem = memo(function RankingRowItem(props: Props) {
  const { row, leader, change, board, vocabulary, metric } = props;
  const { t } = useTranslation('watch');
  const unit = vocabulary.units.get(row.unit ?? '');
  const gap = gapToLeader(row.score, leader, metric.decimals);
  const colour = sectorColour(vocabulary.sectors, unit?.sector);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const score = formatNumber(row.score, metric);
  return (
    <TravellingRow className={styles.item ?? ''} raised={(change?.gained ?? 0) > 0}>
      <Link
        href={`/b/${board}/u/${row.unit ?? ''}?metric=${metric.id}`}
        className={styles.row}
        data-moved={change ? (change.gained > 0 ? 'up' : 'down') : undefined}
        data-lead={row.place === 1}
        data-long={score.length > longScore}
        style={{ '--sector': colour } as CSSProperties}
      >
        <span className={styles.place} data-digits={String(row.place).length}>
          {row.place}
        </span>
        <ChangeMark gained={change?.gained ?? 0} />
        <span className={styles.who}>
          <span className={styles.name}>{unit?.name ?? row.unit}</span>
          <span className={styles.detail}>
            <span className={styles.sector}>
              {vocabulary.sectors.get(unit?.sector ?? '')?.name}
            </span>
            <span>{t('ranking.results', { count: row.results })}</span>
            <span>{formatDate(row.reachedAt, timeZone)}</span>
          </span>
        </span>
        {gap !== null && (
          <span className={styles.gap}>
            <span className="visually-hidden">{t('ranking.gap')} </span>
            {signed(gap, metric)}
          </span>
        )}
        <span className={styles.score}>
          {score}
          {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
        </span>
      </Link>
    </TravellingRow>
  );
});
