/** Pure geometry of the step chart: values and times to pixels, ticks, the line itself. */

export interface Span {
  from: number;
  to: number;
}

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A span of nothing cannot be drawn: it is widened around its one value. */
export function spanOf(values: readonly number[], margin: number): Span {
  const from = Math.min(...values);
  const to = Math.max(...values);
  const extent = to - from || Math.abs(to) * 0.1 || 1;
  return { from: from - extent * margin, to: to + extent * margin };
}

export function scale(span: Span, start: number, end: number): (value: number) => number {
  return (value) => start + ((value - span.from) / (span.to - span.from)) * (end - start);
}

const steps = [1, 2, 2.5, 5, 10];

/** Round values inside the span, about `count` of them, none finer than so many decimals say. */
export function ticksOf(span: Span, count: number, decimals = 12): number[] {
  const finest = 10 ** -decimals;
  const rough = Math.max(finest, (span.to - span.from) / Math.max(1, count));
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const isSaid = (step: number) => Math.abs(step / finest - Math.round(step / finest)) < 1e-6;
  const wide = steps.map((one) => one * power).filter((step) => step >= rough - finest * 1e-6);
  const step = wide.find(isSaid) ?? 10 * power;
  const first = Math.ceil(span.from / step);
  const last = Math.floor(span.to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** A record holds until the next one: horizontal, then up or down, and on to the right edge. */
export function stepPath(points: readonly { x: number; y: number }[], end: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const corners = rest.map(({ x, y }) => `H${x.toFixed(1)}V${y.toFixed(1)}`).join('');
  return `M${first.x.toFixed(1)} ${first.y.toFixed(1)}${corners}H${end.toFixed(1)}`;
}

const monthMs = 30.44 * 86_400_000;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** First days of months (UTC) inside the span, at most `count` or so. */
export function monthTicks(span: Span, count: number): number[] {
  const months = (span.to - span.from) / monthMs;
  const every = monthSteps.find((step) => months / step <= count) ?? 480;
  const start = new Date(span.from);
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1;
  month = Math.ceil(month / every) * every;
  const ticks: number[] = [];
  for (; ; month += every) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > span.to) return ticks;
    ticks.push(at);
  }
}

const noteWidth = 58;

/** Which marks have room for their value beside them: from the newest back, never two in one place. */
export function notedMarks(
  places: readonly { x: number }[],
  isNoted: readonly boolean[],
): number[] {
  const noted: number[] = [];
  let edge = Infinity;
  for (let at = places.length - 1; at >= 0; at--) {
    const x = places[at]?.x ?? 0;
    if (!isNoted[at] || x + noteWidth > edge) continue;
    noted.push(at);
    edge = x;
  }
  return noted.reverse();
}
