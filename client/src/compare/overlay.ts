/** Pure: several lines of records in one picture. */
import type { ProgressionMark } from '@emulation/shared';
import { scale, spanOf, type Frame, type Span } from '../unit/step-geometry.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Overlay {
  times: Span;
  values: Span;
  x: (at: number) => number;
  y: (value: number) => number;
  lines: Point[][];
}

const timeOf = (at: string) => Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at);

/** One scale of time and of values for all of them; `undefined` where there is no mark at all. */
export function overlayOf(
  lines: readonly (readonly ProgressionMark[])[],
  frame: Frame,
): Overlay | undefined {
  const all = lines.flat();
  if (all.length === 0) return undefined;
  const times = spanOf(
    all.map(({ achievedAt }) => timeOf(achievedAt)),
    0.02,
  );
  const values = spanOf(
    all.map(({ value }) => Number(value)),
    0.08,
  );
  const x = scale(times, frame.left, frame.width - frame.right);
  const y = scale(values, frame.height - frame.bottom, frame.top);
  const place = ({ achievedAt, value }: ProgressionMark) => ({
    x: x(timeOf(achievedAt)),
    y: y(Number(value)),
  });
  return { times, values, x, y, lines: lines.map((marks) => marks.map(place)) };
}

/** The last mark of a line that stands at a time, by its index; -1 before the first. */
export function markAt(marks: readonly ProgressionMark[], at: number): number {
  return marks.findLastIndex(({ achievedAt }) => timeOf(achievedAt) <= at);
}

/** Every time at which any line moves, earliest first. */
export function momentsOf(lines: readonly (readonly ProgressionMark[])[]): number[] {
  const all = lines.flatMap((marks) => marks.map(({ achievedAt }) => timeOf(achievedAt)));
  return [...new Set(all)].sort((a, b) => a - b);
}
