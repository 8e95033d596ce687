import type { DriveRow } from '@emulation/shared';

export interface Meter {
  /** Shares of the bar in percent, as far as they are longer than nothing. */
  parts: { kind: 'task' | 'bonus'; percent: number }[];
  /** Where the plan is exactly fulfilled, in percent of the bar. */
  par: number | undefined;
}

/** What fills a whole bar: the best score, or the plan where nobody has fulfilled it yet. */
export function meterEnd(rows: readonly DriveRow[], par: string | undefined): number {
  return Math.max(1, Number(par ?? 0), ...rows.map(({ score }) => Number(score)));
}

/** A score as a bar of what it is made of, against the plan. */
export function meterOf({ terms }: DriveRow, end: number, par: string | undefined): Meter {
  const percentOf = (points: string) => Math.max(0, Math.min(100, (Number(points) / end) * 100));
  const sum = (kind: 'task' | 'bonus') =>
    terms
      .filter((term) => term.kind === kind)
      .reduce((total, term) => total + percentOf(term.points), 0);
  const parts = (['task', 'bonus'] as const)
    .map((kind) => ({ kind, percent: sum(kind) }))
    .filter(({ percent }) => percent > 0);
  return { parts, par: par === undefined ? undefined : percentOf(par) };
}
