import type { RankingRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeOf } from '../frame/frame-query.ts';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import styles from './embed.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  query: URLSearchParams;
}

function topicOf(metric: string, period: string | null): string {
  return period === 'month' || period === 'week'
    ? `ranking:${metric}:${period}`
    : `ranking:${metric}`;
}

/** The first rows of a ranking, live. */
export function EmbedRanking({ board, vocabulary, metric, query }: Props) {
  const { t } = useTranslation('embed');
  const live = useTopic<RankingRow>(board, topicOf(metric.id, query.get('period')));
  const count = wholeOf(query, 'rows', { fallback: 10, min: 1, max: 200 });
  const sector = query.get('sector');
  const rows = [...live.rows.values()]
    .filter(({ unit = '' }) => !sector || vocabulary.units.get(unit)?.sector === sector)
    .sort((a, b) => a.place - b.place || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
    .slice(0, count);
  const besides = unitBeside(metric);
  return (
    <section aria-labelledby="title">
      <h1 id="title" className={styles.title}>
        {metric.name}
        {besides && <small>{besides}</small>}
      </h1>
      {live.status === 'ready' && rows.length === 0 && (
        <p className={styles.quiet}>{t('noResults')}</p>
      )}
      <ol className={styles.rows}>
        {rows.map(({ unit = '', place, score }) => {
          const known = vocabulary.units.get(unit);
          const colour = sectorColour(vocabulary.sectors, known?.sector);
          return (
            <li key={unit} data-lead={place === 1} style={{ '--sector': colour } as CSSProperties}>
              <span className={styles.place}>{place}</span>
              <a href={`/b/${board}/u/${unit}?metric=${metric.id}`} target="_blank" rel="noopener">
                {known?.name ?? unit}
              </a>
              <span className={styles.score}>{formatNumber(score, metric)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
