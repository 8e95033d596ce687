import type { ProgressionMark } from '@emulation/shared';
import type { MetricInfo } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import styles from './step-chart.module.css';
import { notedMarks, type Frame } from './step-geometry.ts';

interface Place {
  x: number;
  y: number;
}

interface Props {
  places: readonly Place[];
  marks: readonly ProgressionMark[];
  metric: MetricInfo;
  end: number;
}

/** Values beside the marks that have room for them, the newest before all. */
export function Notes({ places, marks, metric, end }: Props) {
  const noted = notedMarks(
    places,
    marks.map(({ kind }) => kind === 'new'),
  );
  return (
    <g aria-hidden="true">
      {noted.map((index) => {
        const { x, y } = places[index] ?? { x: 0, y: 0 };
        const isLast = x > end - 24;
        return (
          <text
            key={marks[index]?.result}
            className={styles.note}
            x={isLast ? end : x + 2}
            y={Math.max(14, y - 9)}
            textAnchor={isLast ? 'end' : 'start'}
          >
            {formatNumber(marks[index]?.value ?? '', metric)}
          </text>
        );
      })}
    </g>
  );
}

export function StandardLine({ y, frame, text }: { y: number; frame: Frame; text: string }) {
  return (
    <g>
      <path className={styles.standard} d={`M${frame.left} ${y}H${frame.width - frame.right}`} />
      <text className={styles.label} x={frame.left + 4} y={y - 5}>
        {text}
      </text>
    </g>
  );
}
