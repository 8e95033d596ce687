import type { RankingRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { subtract } from '../ui/decimal.ts';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitApart, unitBeside } from '../ui/unit-beside.ts';
import styles from './leader-hero.module.css';
import type { RankingParts } from './page-parts.ts';

const namedLeaders = 3;
/** A character of the unit of measure, in characters of the score. */
const besideShare = 0.36;

/** By how much the lead is held, and over whom. */
function useLead({ ranking, metric, vocabulary }: RankingParts, leader: RankingRow) {
  const { t } = useTranslation('watch');
  const next = ranking.rows.find((row) => row.place > 1);
  if (!next) return '';
  const ahead = subtract(leader.score, next.score, metric.decimals).replace('-', '');
  const name = vocabulary.units.get(next.unit ?? '')?.name ?? '';
  return t('leader.ahead', { gap: formatValue(ahead, metric), next: name });
}

function Leader(props: RankingParts & { leaders: RankingRow[]; first: RankingRow }) {
  const { t } = useTranslation('watch');
  const { board, vocabulary, metric, leaders, first } = props;
  const lead = useLead(props, first);
  const unitOf = (row: RankingRow) => vocabulary.units.get(row.unit ?? '');
  const sector = unitOf(first)?.sector;
  const colour = { '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const score = formatNumber(first.score, metric);
  const characters = score.length + besideShare * unitBeside(metric).length;
  return (
    <section className={styles.hero} style={colour} aria-label={t('leader.label')}>
      <div className={styles.who}>
        <p className={styles.label}>
          {t(leaders.length > 1 ? 'leader.shared' : 'leader.label')}
          <span className={styles.metric}>
            {[metric.name, unitApart(metric)].filter(Boolean).join(' · ')}
          </span>
        </p>
        <h2 className={styles.name} data-long={(unitOf(first)?.name.length ?? 0) > 26}>
          {leaders.length > namedLeaders
            ? t('leader.many', { count: leaders.length })
            : leaders.map((row) => (
                <Link key={row.unit} href={`/b/${board}/u/${row.unit ?? ''}`}>
                  {unitOf(row)?.name ?? row.unit}
                </Link>
              ))}
        </h2>
        <p className={styles.detail}>
          {leaders.length === 1 && (
            <span className={styles.sector}>{vocabulary.sectors.get(sector ?? '')?.name}</span>
          )}
          <span>{lead}</span>
          <span>{formatDate(first.reachedAt, timeZone)}</span>
        </p>
      </div>
      <p className={styles.score} style={{ '--characters': characters } as CSSProperties}>
        <span>{score}</span>
        {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
      </p>
    </section>
  );
}

/** Who leads now, on the one strong diagonal of the page. */
export function LeaderHero(props: RankingParts) {
  const leaders = props.ranking.rows.filter((row) => row.place === 1);
  const first = leaders[0];
  return first ? <Leader {...props} leaders={leaders} first={first} /> : null;
}
