import type { DriveRow } from '@emulation/shared';
import styles from './standings.module.css';

interface Props {
  row: Pick<DriveRow, 'terms'>;
  /** The highest score of all, which fills the bar. */
  top: number;
  /** Score of a plan exactly fulfilled. */
  par: string | undefined;
}

const percentOf = (points: string, top: number) =>
  `${Math.max(0, Math.min(100, (Number(points) / top) * 100)).toFixed(2)}%`;

/** The score as a bar of its terms, with a mark where the plan is exactly fulfilled. */
export function ScoreBar({ row, top, par }: Props) {
  return (
    <span className={styles.bar} aria-hidden="true">
      {row.terms.map((term, at) => (
        <span
          key={
            term.kind === 'task' ? term.task : `${term.bonus} ${term.result ?? ''} ${String(at)}`
          }
          className={styles.part}
          data-kind={term.kind}
          style={{ width: percentOf(term.points, top) }}
        />
      ))}
      {par !== undefined && Number(par) <= top && (
        <span className={styles.par} style={{ left: percentOf(par, top) }} />
      )}
    </span>
  );
}
