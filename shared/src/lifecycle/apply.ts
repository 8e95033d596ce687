import type { Appliers, Effect } from '../board/effect.ts';
import { rebuildMetric } from '../board/recompute.ts';
import { indexOf, type BoardState } from '../board/state.ts';
import { flag } from '../results/columns.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import type { Retirable } from '../vocabulary/lifecycle.ts';
import { reattribute } from './merge.ts';
import { standingOf } from './undo.ts';

const unfit = (why: string): Effect => ({ happenings: [], unfit: why });

/** Puts another object in the place of a part of the vocabulary: whoever looks notices. */
function change(
  state: BoardState,
  { what, id }: { what: Retirable; id: string },
  retired: string | undefined,
): boolean {
  const withTime = <T extends { retired?: string }>({ retired: _, ...part }: T) =>
    ({ ...part, ...(retired === undefined ? {} : { retired }) }) as T;
  const sector = what === 'sector' ? state.sectors.get(id) : undefined;
  if (sector) state.sectors.set(id, withTime(sector));
  const unit = what === 'unit' ? state.units.get(id) : undefined;
  if (unit) state.units.set(id, withTime(unit));
  const metric = what === 'metric' ? state.metrics.get(id) : undefined;
  if (metric) metric.metric = withTime(metric.metric);
  return (sector ?? unit ?? metric) !== undefined;
}

function touched({ what, id }: { what: Retirable; id: string }): Effect {
  return {
    happenings: [],
    vocabulary: true,
    ...(what === 'metric' ? { metric: id } : {}),
    ...(what === 'unit' ? { units: [id] } : {}),
  };
}

function applyRetirement(
  state: BoardState,
  fact: FactOf<'vocabulary.retired'>,
  { at }: Entry,
): Effect {
  return change(state, fact, at) ? touched(fact) : unfit('unknown-id');
}

function applyRestoration(state: BoardState, fact: FactOf<'vocabulary.restored'>): Effect {
  if (fact.what === 'unit' && state.units.get(fact.id)?.mergedInto !== undefined)
    return unfit('merged');
  return change(state, fact, undefined) ? touched(fact) : unfit('unknown-id');
}

function applyMerger(state: BoardState, fact: FactOf<'unit.merged'>, { at }: Entry): Effect {
  const { id, into } = fact;
  const [from, to] = [state.units.get(id), state.units.get(into)];
  if (!from || !to || id === into) return unfit('unknown-id');
  if (from.mergedInto !== undefined || to.mergedInto !== undefined) return unfit('merged');
  const [own, other] = [indexOf(state.unitIndex, id), indexOf(state.unitIndex, into)];
  const metrics: string[] = [];
  for (const metric of state.metrics.values()) {
    if (!reattribute(metric, own, other)) continue;
    rebuildMetric(metric);
    metrics.push(metric.metric.id);
  }
  const { formerly: before = [], ...gone } = from;
  state.units.set(id, { ...gone, retired: at, mergedInto: into });
  const formerly = [{ id, name: from.name }, ...before, ...(to.formerly ?? [])];
  for (const { id: earlier } of before) {
    const unit = state.units.get(earlier);
    if (unit) state.units.set(earlier, { ...unit, mergedInto: into });
  }
  state.units.set(into, { ...to, formerly });
  return {
    happenings: [{ kind: 'unit-merged', unit: id, into }],
    vocabulary: true,
    metrics,
    recordsMoved: true,
    units: [id, into],
    areas: ['cooperation', 'verification'],
  };
}

function openImport(
  state: BoardState,
  { id, name, lines }: FactOf<'import.opened'>,
  { at, actor, seq }: Entry,
): Effect {
  const named = name === undefined ? {} : { name };
  const record = { id, ...named, at, actor, lines, from: seq, to: 0, results: 0, duplicates: 0 };
  state.books.imports.set(id, record);
  return { happenings: [] };
}

/** Closes the import that is open, should there be one: those of before had no beginning. */
export function closeImport(
  state: BoardState,
  { results, duplicates }: FactOf<'import.closed'>,
  { seq }: Entry,
): void {
  for (const record of state.books.imports.values())
    if (record.to === 0) Object.assign(record, { to: seq, results, duplicates });
}

function undoImport(
  state: BoardState,
  { import: id, reason }: FactOf<'import.undone'>,
  { at, actor }: Entry,
): Effect {
  const record = state.books.imports.get(id);
  if (!record) return unfit('unknown-import');
  if (record.undone) return unfit('undone');
  const standing = standingOf(state, record);
  let results = 0;
  for (const { metric, indexes } of standing) {
    for (const index of indexes) {
      metric.results.flags[index] = (metric.results.flags[index] ?? 0) | flag.annulled;
      metric.extras.reasons.set(index, reason);
    }
    metric.valid -= indexes.length;
    results += indexes.length;
    rebuildMetric(metric);
  }
  record.undone = { at, actor, reason, results };
  return {
    happenings: [{ kind: 'import-undone', results, reason }],
    metrics: standing.map(({ metric }) => metric.metric.id),
    recordsMoved: true,
    units: [...new Set(standing.flatMap(({ units }) => units))],
    areas: ['cooperation', 'verification'],
  };
}

export const lifecycleAppliers: Appliers<
  'vocabulary.retired' | 'vocabulary.restored' | 'unit.merged' | 'import.opened' | 'import.undone'
> = {
  'vocabulary.retired': applyRetirement,
  'vocabulary.restored': applyRestoration,
  'unit.merged': applyMerger,
  'import.opened': openImport,
  'import.undone': undoImport,
};
