import type { DriveHeadRow, DriveRow } from '@emulation/shared';

/** A pledge that goes beyond what the drive asks for. */
export interface CounterPlan {
  unit: string;
  task: string;
  metric: string;
  pledge: string;
  target: string;
  /** How much more than the plan, in percent of the way from the baseline to the target. */
  morePercent: number;
}

/** Percent of the plan that a value is; works for lower-is-better and negative values alike. */
function fulfilmentOf(value: string, baseline: string, target: string): number {
  return ((Number(value) - Number(baseline)) / (Number(target) - Number(baseline))) * 100;
}

/** Who pledged more than the target, the boldest first. */
export function counterPlans(rows: Iterable<DriveHeadRow | DriveRow>): CounterPlan[] {
  const plans: CounterPlan[] = [];
  for (const row of rows) {
    if ('state' in row) continue;
    for (const term of row.terms) {
      if (term.kind !== 'task' || term.pledge === undefined) continue;
      const { task, metric, pledge, target } = term;
      const morePercent = fulfilmentOf(pledge, term.baseline, target) - 100;
      if (morePercent > 0)
        plans.push({ unit: row.unit, task, metric, pledge, target, morePercent });
    }
  }
  return plans.sort(
    (a, b) => b.morePercent - a.morePercent || (a.unit + a.task < b.unit + b.task ? -1 : 1),
  );
}

/** As many whole words as a hall reads; the rest is on the page of the drive. */
export function openingWords(text: string, characters: number): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length <= characters) return words;
  const end = words.lastIndexOf(' ', characters);
  return `${words.slice(0, end > 0 ? end : characters)} …`;
}
