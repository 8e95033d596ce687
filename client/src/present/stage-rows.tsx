import type { StageAnswer } from '@emulation/shared';
import { formatScore } from '../ui/score-text.ts';
import styles from './present.module.css';

interface Props {
  rows: StageAnswer['shown'];
  nameOf: (unit: string) => string;
}

export function StageRows({ rows, nameOf }: Props) {
  return (
    <ol className={styles.rows}>
      {rows.map(({ place, unit, score }) => (
        <li key={unit}>
          <b>{place}</b>
          <span>{nameOf(unit)}</span>
          <span className={styles.score}>{formatScore(score)}</span>
        </li>
      ))}
    </ol>
  );
}
