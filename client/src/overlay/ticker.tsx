import type { RankingRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import styles from './overlay.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  count: number;
}

/** The first places of a metric in one line. */
export function Ticker({ board, vocabulary, metric, count }: Props) {
  const { rows } = useTopic<RankingRow>(board, `ranking:${metric.id}`);
  const first = [...rows.values()]
    .sort((a, b) => a.place - b.place || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
    .slice(0, count);
  if (first.length === 0) return null;
  const besides = unitBeside(metric);
  return (
    <section className={styles.ticker} aria-label={metric.name}>
      <h1>
        {metric.name}
        {besides && <small>{besides}</small>}
      </h1>
      <ol>
        {first.map(({ unit = '', place, score }) => {
          const known = vocabulary.units.get(unit);
          const colour = sectorColour(vocabulary.sectors, known?.sector);
          return (
            <li key={unit} data-lead={place === 1} style={{ '--sector': colour } as CSSProperties}>
              <span className={styles.place}>{place}</span>
              <span className={styles.name}>{known?.name ?? unit}</span>
              <span className={styles.score}>{formatNumber(score, metric)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
