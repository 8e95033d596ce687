import type { MetricInfo } from '../store/board-store.ts';
import { localeOf } from '../ui/format.ts';
import styles from './step-chart.module.css';
import { monthTicks, ticksOf, type Frame, type Span } from './step-geometry.ts';

interface Props {
  frame: Frame;
  times: Span;
  values: Span;
  x: (at: number) => number;
  y: (value: number) => number;
  metric: MetricInfo;
}

const pixelsPerDate = 110;
const pixelsPerValue = 62;

export function Axes({ frame, times, values, x, y, metric }: Props) {
  const { width, height, left, right, bottom } = frame;
  const dates = monthTicks(times, Math.max(2, Math.floor(width / pixelsPerDate)));
  const dateForm = new Intl.DateTimeFormat(localeOf(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const numberForm = new Intl.NumberFormat(localeOf(), { maximumFractionDigits: metric.decimals });
  return (
    <g aria-hidden="true">
      {ticksOf(values, height / pixelsPerValue, metric.decimals).map((value) => (
        <g key={value}>
          <path className={styles.grid} d={`M${left} ${y(value)}H${width - right}`} />
          <text className={styles.label} x={left - 8} y={y(value)} dy="0.35em" textAnchor="end">
            {numberForm.format(value)}
          </text>
        </g>
      ))}
      {dates.map((at) => (
        <text
          key={at}
          className={styles.label}
          x={x(at)}
          y={height - bottom + 20}
          textAnchor="middle"
        >
          {dateForm.format(at)}
        </text>
      ))}
    </g>
  );
}
