import type { Scope } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { compareMarks, type RecordLine } from '../records/line.ts';
import { lineAt, rulesOf, type LineKey } from '../records/scopes.ts';
import { unitsOf } from '../results/parties.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, valueOf } from '../results/rows.ts';
import type { Adoption, Experience } from './experience.ts';
import { adoptionRow } from './queries.ts';
import type { DescendedRecord, SpreadNode } from './row.ts';

/** Records named of one adopter: the newest ones. */
export const mostRecords = 20;

/** Marks of a line that broke the record; those that only equalled it, and the first, do not. */
function brokenMarks(metric: MetricState, key: LineKey, { marks }: RecordLine): number[] {
  const rules = rulesOf(metric, key.scope);
  return marks.filter((mark, at) => {
    const before = marks[at - 1];
    return before !== undefined && compareMarks(rules, mark, before) > 0;
  });
}

/**
 * Records, as now recognised, that a unit broke in the metric of an experience after it had adopted
 * it: of the board, of a sector, or its own best; each named once, in its widest scope.
 */
export function descendedRecords(
  state: BoardState,
  experience: Experience,
  { unit, adopted }: Adoption,
): DescendedRecord[] {
  const metric = state.metrics.get(experience.metric);
  const own = state.unitIndex.indexes.get(unit);
  if (!metric || own === undefined || !adopted) return [];
  const sectors = metric.lines.sectors.map((_, of): LineKey => ({ scope: 'sector', of }));
  const keys: LineKey[] = [{ scope: 'board', of: 0 }, ...sectors, { scope: 'unit', of: own }];
  const widest = new Map<number, Scope>();
  for (const key of keys)
    for (const mark of brokenMarks(metric, key, lineAt(metric, key))) {
      const isLater = (metric.results.at[mark] ?? 0) >= adopted.at;
      if (isLater && !widest.has(mark) && unitsOf(metric, mark).includes(own))
        widest.set(mark, key.scope);
    }
  const { at, seq } = metric.results;
  return [...widest]
    .sort(([a], [b]) => (at[a] ?? 0) - (at[b] ?? 0) || a - b)
    .slice(-mostRecords)
    .map(([index, scope]) => ({
      unit,
      result: resultIdAt(state, seq[index] ?? 0),
      scope,
      value: valueOf(metric, index),
      achievedAt: achievedAtOf(metric, index),
    }));
}

/** Experiences written on the ground of this one, oldest first. */
export function childrenOf(state: BoardState, id: string): Experience[] {
  return [...state.books.experiences.byId.values()].filter(({ basedOn }) => basedOn === id);
}

/** The tree of who learned from whom, from one experience on. `basedOn` never leads in a circle. */
export function spreadTree(state: BoardState, experience: Experience): SpreadNode {
  const { id, title, unit, metric, writtenAt, withdrawn, adoptions } = experience;
  return {
    experience: id,
    title,
    unit,
    metric,
    writtenAt,
    ...(withdrawn ? { withdrawn: true } : {}),
    adoptions: [...adoptions.values()].map((adoption) => ({
      ...adoptionRow(state, experience, adoption),
      records: descendedRecords(state, experience, adoption),
    })),
    descendants: childrenOf(state, id).map((child) => spreadTree(state, child)),
  };
}
