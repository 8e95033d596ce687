import type { FactOf } from '../ledger/entry.ts';
import { describeMark } from '../records/claims.ts';
import { holdsMark, standingMark } from '../records/line.ts';
import { keyText, lineAt, lineKeysOf, rulesOf, type LineKey } from '../records/scopes.ts';
import { newLeaders, placeChanges, rememberStanding } from '../rankings/standing.ts';
import { flag, indexOfSeq, isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { describeResult, valueOf } from '../results/rows.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import { readAchieved } from './achieved.ts';
import { readParties } from './apply-result.ts';
import type { Effect } from './effect.ts';
import type { HappeningBody, LostRecord } from './happening.ts';
import type { MetricState } from './metric-state.ts';
import type { Revision } from './outcome.ts';
import { rebuildLines, recountUnits } from './recompute.ts';
import { idAt, type BoardState } from './state.ts';

/** A result in the state: its metric and its index there. */
export interface Located {
  metric: MetricState;
  index: number;
}

/** The result posted at `seq`, in whichever metric it is. */
export function locateResult(state: BoardState, seq: number): Located | undefined {
  for (const metric of state.metrics.values()) {
    const index = indexOfSeq(metric.results, seq);
    if (index >= 0) return { metric, index };
  }
  return undefined;
}

export function applyVerification(state: BoardState, fact: FactOf<'result.verified'>): Effect {
  const found = locateResult(state, fact.result);
  if (!found || isAnnulled(found.metric.results, found.index))
    return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  if ((metric.results.flags[index] ?? 0) & flag.verified)
    return { happenings: [], unfit: 'verified' };
  metric.results.flags[index] = (metric.results.flags[index] ?? 0) | flag.verified;
  if (fact.reason) metric.extras.reasons.set(index, fact.reason);
  metric.revision++;
  metric.recordMoves++;
  return {
    happenings: [{ kind: 'verification', ...describeResult(state, metric, index) }],
    metric: metric.metric.id,
    units: unitsOf(metric, index).map((unit) => idAt(state.unitIndex, unit)),
    recordsMoved: true,
    revision: { lost: [], gained: [], ranking: [] },
  };
}

/** The standing marks of lines, to tell afterwards which of them a change took away. */
function standingMarks(metric: MetricState, keys: readonly LineKey[]): (number | undefined)[] {
  return keys.map((key) => standingMark(lineAt(metric, key), rulesOf(metric, key.scope)));
}

function idOfKey(state: BoardState, { scope, of }: LineKey): string {
  if (scope === 'board') return '';
  return idAt(scope === 'sector' ? state.sectorIndex : state.unitIndex, of);
}

/** Lines in which the changed result stopped or began to be the standing record. */
function compareRecords(
  state: BoardState,
  { metric, index }: Located,
  keys: readonly LineKey[],
  before: ReadonlyMap<string, number | undefined>,
): Pick<Revision, 'lost' | 'gained'> {
  const lost: LostRecord[] = [];
  const gained: Revision['gained'] = [];
  const after = standingMarks(metric, keys);
  for (const [at, key] of keys.entries()) {
    const [was, now] = [before.get(keyText(key)), after[at]];
    const line = { scope: key.scope, key: idOfKey(state, key) };
    if (was === index && now !== index)
      lost.push({ ...line, now: now === undefined ? null : describeMark(state, metric, now) });
    if (was !== index && now === index) gained.push(line);
  }
  return { lost, gained };
}

function uniqueKeys(keys: readonly LineKey[]): LineKey[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

interface Revised {
  revision: Revision;
  leader: HappeningBody | undefined;
  units: string[];
  recordsMoved: boolean;
}

/** Changes a result in place and recomputes what depended on it, as if it had always been so. */
function reviseResult(state: BoardState, located: Located, change: () => void): Revised {
  const { metric, index } = located;
  const oldKeys = lineKeysOf(metric, index);
  const oldUnits = unitsOf(metric, index);
  const heldMark = oldKeys.some((key) =>
    holdsMark(lineAt(metric, key), rulesOf(metric, key.scope), index),
  );
  const oldStanding = standingMarks(metric, oldKeys);
  const before = new Map(oldKeys.map((key, at) => [keyText(key), oldStanding[at]]));
  const was = rememberStanding(metric, oldUnits);
  change();
  metric.revision++;
  const keys = uniqueKeys([...oldKeys, ...lineKeysOf(metric, index)]);
  const units = [...new Set([...oldUnits, ...unitsOf(metric, index)])];
  const recordsMoved = heldMark || !isAnnulled(metric.results, index);
  if (recordsMoved) {
    rebuildLines(metric, keys);
    metric.recordMoves++;
  }
  recountUnits(metric, units);
  return {
    revision: {
      ...compareRecords(state, located, keys, before),
      ranking: placeChanges(state, metric, was),
    },
    leader: newLeaders(state, metric, was),
    units: units.map((unit) => idAt(state.unitIndex, unit)),
    recordsMoved,
  };
}

export function applyAnnulment(state: BoardState, fact: FactOf<'result.annulled'>): Effect {
  const found = locateResult(state, fact.result);
  if (!found || isAnnulled(found.metric.results, found.index))
    return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  const { leader, ...revised } = reviseResult(state, found, () => {
    metric.results.flags[index] = (metric.results.flags[index] ?? 0) | flag.annulled;
    metric.extras.reasons.set(index, fact.reason);
    metric.valid--;
  });
  const annulment: HappeningBody = {
    kind: 'annulment',
    ...describeResult(state, metric, index),
    reason: fact.reason,
    lost: revised.revision.lost,
  };
  return {
    happenings: [annulment, ...(leader ? [leader] : [])],
    metric: metric.metric.id,
    ...revised,
  };
}

function correctCells(
  state: BoardState,
  { metric, index }: Located,
  fact: FactOf<'result.corrected'>,
): void {
  const { results, extras } = metric;
  const flags = results.flags[index] ?? 0;
  if (!extras.announced.has(index))
    extras.announced.set(index, {
      value: results.value[index] ?? 0,
      at: results.at[index] ?? 0,
      day: results.day[index] ?? 0,
      dateOnly: (flags & flag.dateOnly) !== 0,
    });
  results.flags[index] = (flags | flag.corrected) & ~flag.verified;
  if (fact.value !== undefined)
    results.value[index] = toMinor(fact.value, metric.metric.decimals) ?? 0;
  if (fact.achievedAt !== undefined) {
    const { at, day, dateOnly } = readAchieved(fact.achievedAt, state.zone);
    results.at[index] = at;
    results.day[index] = day;
    results.flags[index] = (results.flags[index] & ~flag.dateOnly) | (dateOnly ? flag.dateOnly : 0);
    metric.order.reset();
  }
  if (fact.note !== undefined) extras.notes.set(index, fact.note);
  if (fact.partners) {
    const joint = readParties(state, fact);
    if (joint) extras.joint.set(index, joint);
    else extras.joint.delete(index);
  }
  extras.reasons.set(index, fact.reason);
}

export function applyCorrection(state: BoardState, fact: FactOf<'result.corrected'>): Effect {
  const found = locateResult(state, fact.result);
  if (!found || isAnnulled(found.metric.results, found.index))
    return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  if (fact.value !== undefined && toMinor(fact.value, metric.metric.decimals) === undefined)
    return { happenings: [], unfit: 'value' };
  const before = valueOf(metric, index);
  const { leader, ...revised } = reviseResult(state, found, () => correctCells(state, found, fact));
  const correction: HappeningBody = {
    kind: 'correction',
    ...describeResult(state, metric, index),
    reason: fact.reason,
    before,
    lost: revised.revision.lost,
  };
  return {
    happenings: [correction, ...(leader ? [leader] : [])],
    metric: metric.metric.id,
    ...revised,
  };
}
