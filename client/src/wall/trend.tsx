import type { MetricInfo } from '../store/board-store.ts';
import { trendPoints } from './trend-points.ts';
import './trend.css';

interface Props {
  values: readonly string[];
  metric: Pick<MetricInfo, 'direction'>;
  /** Width to height; the line fills the height that its place has. */
  ratio?: number;
  className?: string;
}

/** A line of last results without axes; what it says stands in numbers beside it. */
export function Trend({ values, metric, ratio = 5, className = '' }: Props) {
  if (values.length < 2) return null;
  const [width, height, margin] = [100 * ratio, 100, 16];
  const points = trendPoints(values, metric).map(({ x, y }) => ({
    x: margin + x * (width - 2 * margin),
    y: height - margin - y * (height - 2 * margin),
  }));
  const last = points.at(-1);
  return (
    <svg
      className={`trend ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMaxYMid meet"
      aria-hidden="true"
    >
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={margin} />}
    </svg>
  );
}
