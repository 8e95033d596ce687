import type { RankingRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo, TopicRows, Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { sectorColour } from '../ui/sector-colour.ts';
import { headline } from '../ui/unit-beside.ts';
import styles from './metric.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  ranking: TopicRows<RankingRow>;
}

const shown = 10;

/** The first ten now, and the way to all. */
export function MetricStandings({ board, vocabulary, metric, ranking }: Props) {
  const { t } = useTranslation('metric');
  const { units, sectors } = vocabulary;
  const rows = [...ranking.rows.values()].sort(
    (a, b) => a.place - b.place || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1),
  );
  return (
    <section className={styles.panel} aria-labelledby="standings">
      <h2 id="standings">{t('standings')}</h2>
      {rows.length === 0 && <p className={styles.quiet}>{t('noResults')}</p>}
      <ol className={styles.standings}>
        {rows.slice(0, shown).map((row) => {
          const unit = units.get(row.unit ?? '');
          const colour = sectorColour(sectors, unit?.sector);
          return (
            <li key={row.unit} style={{ '--sector': colour } as CSSProperties}>
              <span className={styles.place} data-lead={row.place === 1}>
                {row.place}
              </span>
              <Link href={`/b/${board}/u/${row.unit}?metric=${metric.id}`}>
                {unit?.name ?? row.unit}
              </Link>
              <span className={styles.score}>{headline(row.score, metric)}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.actions}>
        <Link href={`/b/${board}?metric=${metric.id}`} className={button.button}>
          {t('all')}
        </Link>
        <Link href={`/b/${board}/replay?metric=${metric.id}&play=1`} className={button.button}>
          {t('replay')}
        </Link>
        <Link href={`/b/${board}/records?metric=${metric.id}`} className={button.button}>
          {t('records')}
        </Link>
      </p>
    </section>
  );
}
