import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import type { MetricInfo, UnitInfo } from '../store/board-store.ts';
import styles from './compare.module.css';
import { toneOf } from './tones.ts';

export interface SideLine {
  key: string;
  name: string;
  /** One for each unit. */
  cells: readonly { value: string; note?: string | undefined; isBest: boolean }[];
}

interface Props {
  board: string;
  units: readonly UnitInfo[];
  metric: MetricInfo;
  /** What the first column names. */
  head: ReactNode;
  /** What the star says. */
  best: string;
  lines: readonly SideLine[];
}

/** The units side by side, line by line; the best of a line has a star. */
export function SideBySide({ board, units, metric, head, best, lines }: Props) {
  return (
    <table className={styles.duel} style={{ '--units': units.length } as CSSProperties}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {units.map((unit, at) => (
            <th key={unit.id} scope="col" style={{ '--tone': toneOf(at).colour } as CSSProperties}>
              <Link href={`/b/${board}/u/${unit.id}?metric=${metric.id}`}>{unit.name}</Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map(({ value, note, isBest }, at) => (
              <td key={units[at]?.id} data-best={isBest}>
                {value}
                {isBest && (
                  <span className={styles.star} role="img" aria-label={best}>
                    ★
                  </span>
                )}
                {note !== undefined && <small>{note}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
