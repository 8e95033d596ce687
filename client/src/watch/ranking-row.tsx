import type { RankingRow } from '@emulation/shared';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { gapToLeader } from './gap.ts';
import type { PlaceChange } from './place-changes.ts';
import styles from './ranking.module.css';

export interface RowProps {
  row: RankingRow;
  leader: string;
  change: PlaceChange | undefined;
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  /** The row that was looked for. */
  isFound: boolean;
}

// What a row says is drawn in parts: when it is passed, only its place and what that means change.

const ChangeMark = memo(function ChangeMark({ gained }: { gained: number }) {
  const { t } = useTranslation('watch');
  if (gained === 0) return null;
  const count = Math.abs(gained);
  return (
    <span
      className={styles.change}
      data-way={gained > 0 ? 'up' : 'down'}
      role="img"
      aria-label={t(gained > 0 ? 'ranking.gained' : 'ranking.lost', { count })}
    >
      {`${gained > 0 ? '▲' : '▼'}${count}`}
    </span>
  );
});

interface WhoProps {
  name: string | undefined;
  sectorName: string | undefined;
  results: number;
  reachedAt: string;
  timeZone: string;
}

const Who = memo(function Who({ name, sectorName, results, reachedAt, timeZone }: WhoProps) {
  const { t } = useTranslation('watch');
  return (
    <span className={styles.who}>
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>
        {sectorName !== undefined && <span className={styles.sector}>{sectorName}</span>}
        <span>{t('ranking.results', { count: results })}</span>
        <span>{formatDate(reachedAt, timeZone)}</span>
      </span>
    </span>
  );
});

/** More characters leave a name on a phone no room beside them. */
const longScore = 9;

function signed(gap: string, metric: MetricInfo): string {
  const text = formatNumber(gap, metric);
  return gap.startsWith('-') ? text : `+${text}`;
}

interface GapProps {
  score: string;
  leader: string;
  metric: MetricInfo;
}

const Gap = memo(function Gap({ score, leader, metric }: GapProps) {
  const { t } = useTranslation('watch');
  const gap = gapToLeader(score, leader, metric.decimals);
  if (gap === null) return null;
  return (
    <span className={styles.gap}>
      <span className="visually-hidden">{t('ranking.gap')} </span>
      {signed(gap, metric)}
    </span>
  );
});

/** Whose row it is: a unit in its sector, or a sector. */
function whoOf({ row, vocabulary, board, metric }: RowProps) {
  const { units, sectors } = vocabulary;
  const unit = units.get(row.unit ?? '');
  const sector = row.sector ?? unit?.sector;
  const sectorName = sectors.get(sector ?? '')?.name;
  return row.unit === undefined
    ? {
        name: sectorName ?? sector,
        sector,
        href: `/b/${board}?metric=${metric.id}&sector=${sector}`,
      }
    : {
        name: unit?.name ?? row.unit,
        sector,
        sectorName,
        href: `/b/${board}/u/${row.unit}?metric=${metric.id}`,
      };
}

/** One unit (or sector) in the race: place, name, gap, score. */
export const RankingRowLink = memo(function RankingRowLink(props: RowProps) {
  const { row, leader, change, vocabulary, metric, isFound } = props;
  const { name, sector, sectorName, href } = whoOf(props);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const score = formatNumber(row.score, metric);
  return (
    <Link
      href={href}
      className={styles.row}
      data-rose={change?.rose === true}
      data-lead={row.place === 1}
      data-long={score.length > longScore}
      data-found={isFound}
      style={{ '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties}
    >
      <span className={styles.place} data-digits={Math.min(5, String(row.place).length)}>
        {row.place}
      </span>
      <ChangeMark gained={change?.gained ?? 0} />
      <Who {...{ name, sectorName, timeZone }} results={row.results} reachedAt={row.reachedAt} />
      <Gap {...{ leader, metric }} score={row.score} />
      <span className={styles.score}>
        {score}
        {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
      </span>
    </Link>
  );
});
