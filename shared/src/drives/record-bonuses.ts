import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { isBreakthrough } from '../records/breakthrough.ts';
import { compareMarks } from '../records/line.ts';
import { lineAt, rulesOf, type LineKey } from '../records/scopes.ts';
import type { BonusKind } from '../vocabulary/drive.ts';
import { unitsOf } from '../results/parties.ts';
import { compareRationals, readDecimal } from '../vocabulary/rational.ts';
import { doesCount, judge, type Window } from './window.ts';

type RecordBonus = Extract<
  BonusKind,
  'breakthrough' | 'boardRecord' | 'sectorRecord' | 'unitRecord'
>;
/** Among equal bonuses the greater achievement gives the name. */
const ranks: readonly RecordBonus[] = ['breakthrough', 'boardRecord', 'sectorRecord', 'unitRecord'];

export type Bonuses = { readonly [Kind in BonusKind]?: string | undefined };

/** What a unit earned with one result: the highest of its bonuses, none of the others. */
export interface EarnedBonus {
  index: number;
  unit: number;
  bonus: RecordBonus;
}

const recordOf = { board: 'boardRecord', sector: 'sectorRecord', unit: 'unitRecord' } as const;

/** Results of the window that broke a standing record of the line, with what that is worth. */
function* brokenIn(
  metric: MetricState,
  key: LineKey,
  window: Window,
): Iterable<{ index: number; bonus: RecordBonus }> {
  const { marks } = lineAt(metric, key);
  const rules = rulesOf(metric, key.scope);
  const { day, value } = metric.results;
  for (let at = marks.length - 1; at > 0; at--) {
    // Both positions lie within the array; the first mark of all broke nothing.
    const [before, index] = [marks[at - 1] as number, marks[at] as number];
    if ((day[index] ?? 0) < window.span.from) return;
    if (compareMarks(rules, index, before) <= 0 || !doesCount(judge(metric, index, window)))
      continue;
    yield { index, bonus: recordOf[key.scope] };
    const isLeap = isBreakthrough(metric.metric, value[index] ?? 0, value[before] ?? 0);
    if (key.scope !== 'unit' && isLeap) yield { index, bonus: 'breakthrough' };
  }
}

function isGreater(bonus: RecordBonus, than: RecordBonus | undefined, bonuses: Bonuses): boolean {
  if (than === undefined) return true;
  const difference = compareRationals(
    readDecimal(bonuses[bonus] ?? '0'),
    readDecimal(bonuses[than] ?? '0'),
  );
  return difference > 0 || (difference === 0 && ranks.indexOf(bonus) < ranks.indexOf(than));
}

/**
 * Record bonuses of one metric. A joint result's board or sector record is held by all its units,
 * a unit's own best by that unit alone.
 */
export function recordBonuses(
  state: BoardState,
  metric: MetricState,
  window: Window,
  bonuses: Bonuses,
): EarnedBonus[] {
  const earned = new Map<string, EarnedBonus>();
  const take = (index: number, unit: number, bonus: RecordBonus) => {
    if (bonuses[bonus] === undefined) return;
    const key = `${index} ${unit}`;
    if (isGreater(bonus, earned.get(key)?.bonus, bonuses)) earned.set(key, { index, unit, bonus });
  };
  const shared: LineKey[] = [
    { scope: 'board', of: 0 },
    ...state.sectorIndex.ids.map((_, of): LineKey => ({ scope: 'sector', of })),
  ];
  for (const key of shared)
    for (const { index, bonus } of brokenIn(metric, key, window))
      for (const unit of unitsOf(metric, index)) take(index, unit, bonus);
  for (const unit of state.unitIndex.ids.keys())
    for (const { index, bonus } of brokenIn(metric, { scope: 'unit', of: unit }, window))
      take(index, unit, bonus);
  return [...earned.values()].sort((a, b) => a.index - b.index || a.unit - b.unit);
}
