import { describeMark } from '../records/claims.ts';
import { holdsMark, standingMark } from '../records/line.ts';
import { keyText, lineAt, lineKeysOf, rulesOf, type LineKey } from '../records/scopes.ts';
import { newLeaders, rememberStanding } from '../rankings/standing.ts';
import { isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import type { HappeningBody, LostRecord, PreviousMark } from './happening.ts';
import type { MetricState } from './metric-state.ts';
import type { PlaceChange, RecordLineChange, Revision } from './outcome.ts';
import { rebuildLines, recountUnits } from './recompute.ts';
import { idAt, type BoardState } from './state.ts';

/** A result in the state: its metric and its index there. */
export interface Located {
  metric: MetricState;
  index: number;
}

interface LineBefore {
  standing: number | undefined;
  marks: readonly number[];
}

function rememberLines(
  metric: MetricState,
  keys: readonly LineKey[],
): ReadonlyMap<string, LineBefore> {
  return new Map(
    keys.map((key) => {
      const line = lineAt(metric, key);
      const standing = standingMark(line, rulesOf(metric, key.scope));
      return [keyText(key), { standing, marks: [...line.marks] }];
    }),
  );
}

/** The lines, and the mark of the changed result, as they were. */
interface Before {
  before: ReadonlyMap<string, LineBefore>;
  own: PreviousMark;
}

const isSameMark = (a: PreviousMark, b: PreviousMark) => JSON.stringify(a) === JSON.stringify(b);

function idOfKey(state: BoardState, { scope, of }: LineKey): string {
  if (scope === 'board') return '';
  return idAt(scope === 'sector' ? state.sectorIndex : state.unitIndex, of);
}

interface StandingChanges extends Pick<Revision, 'lost' | 'gained'> {
  /** Standing records the changed result holds as before, but with another value or other holders. */
  kept: LostRecord[];
}

/** Lines in which the changed result stopped or began to be the standing record, or reads otherwise. */
function compareStanding(
  state: BoardState,
  { metric, index }: Located,
  keys: readonly LineKey[],
  { before, own }: Before,
): StandingChanges {
  const lost: LostRecord[] = [];
  const kept: LostRecord[] = [];
  const mark = describeMark(state, metric, index);
  const isChanged = !isSameMark(own, mark);
  const gained: Revision['gained'] = [];
  for (const key of keys) {
    const was = before.get(keyText(key))?.standing;
    const now = standingMark(lineAt(metric, key), rulesOf(metric, key.scope));
    const line = { scope: key.scope, key: idOfKey(state, key) };
    if (was === index && now !== index)
      lost.push({ ...line, now: now === undefined ? null : describeMark(state, metric, now) });
    if (was !== index && now === index) gained.push(line);
    if (was === index && now === index && isChanged) kept.push({ ...line, now: mark });
  }
  return { lost, gained, kept };
}

/**
 * The marks that left each line and those that came (back) into it. The changed result itself is
 * both where it stays a mark but reads otherwise: another value, other holders.
 */
function compareLines(
  state: BoardState,
  { metric, index }: Located,
  keys: readonly LineKey[],
  { before, own }: Before,
): RecordLineChange[] {
  const describe = (mark: number) => describeMark(state, metric, mark);
  const isChanged = !isSameMark(own, describe(index));
  return keys.flatMap((key): RecordLineChange[] => {
    const was = new Set(before.get(keyText(key))?.marks);
    const now = new Set(lineAt(metric, key).marks);
    const isMoved = (mark: number) => mark === index && isChanged;
    const gone = [...was].filter((mark) => !now.has(mark) || isMoved(mark));
    const back = [...now].filter((mark) => !was.has(mark) || isMoved(mark));
    if (gone.length + back.length === 0) return [];
    return [
      {
        scope: key.scope,
        key: idOfKey(state, key),
        gone: gone.map((mark) => (mark === index ? own : describe(mark))),
        back: back.map(describe),
      },
    ];
  });
}

/** The place of every unit in the all-time ranking, by unit. */
function placesOf({ table }: MetricState): Map<number, number> {
  const places = new Map<number, number>();
  let place = 0;
  let last: unknown;
  for (const [at, unit] of table.parties().entries()) {
    const score = table.scoreOf(unit);
    if (at === 0 || score !== last) place = at + 1;
    last = score;
    places.set(unit, place);
  }
  return places;
}

/** The given units first, then everyone else whose place changed, by the place they have now. */
function comparePlaces(
  state: BoardState,
  metric: MetricState,
  units: readonly number[],
  was: ReadonlyMap<number, number>,
): PlaceChange[] {
  const now = placesOf(metric);
  const own = new Set(units);
  const others = [...now.keys()].filter(
    (unit) => !own.has(unit) && was.get(unit) !== now.get(unit),
  );
  return [...units, ...others].map((unit) => ({
    metric: metric.metric.id,
    unit: idAt(state.unitIndex, unit),
    before: was.get(unit) ?? null,
    after: now.get(unit) ?? null,
  }));
}

function uniqueKeys(keys: readonly LineKey[]): LineKey[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

export interface Revised extends Pick<StandingChanges, 'kept'> {
  revision: Revision;
  leader: HappeningBody | undefined;
  units: string[];
  recordsMoved: boolean;
}

/** Changes a result in place and recomputes what depended on it, as if it had always been so. */
export function reviseResult(state: BoardState, located: Located, change: () => void): Revised {
  const { metric, index } = located;
  const oldKeys = lineKeysOf(metric, index);
  const oldUnits = unitsOf(metric, index);
  const heldMark = oldKeys.some((key) =>
    holdsMark(lineAt(metric, key), rulesOf(metric, key.scope), index),
  );
  const before = rememberLines(metric, oldKeys);
  const own = describeMark(state, metric, index);
  const was = rememberStanding(metric, oldUnits);
  const places = placesOf(metric);
  change();
  metric.revision++;
  const keys = uniqueKeys([...oldKeys, ...lineKeysOf(metric, index)]);
  const allBefore = new Map([
    // A line that the result was not in yet stands as it did until it is rebuilt.
    ...rememberLines(metric, keys),
    ...before,
  ]);
  const units = [...new Set([...oldUnits, ...unitsOf(metric, index)])];
  const recordsMoved = heldMark || !isAnnulled(metric.results, index);
  if (recordsMoved) {
    rebuildLines(metric, keys);
    metric.recordMoves++;
  }
  recountUnits(metric, units);
  const { kept, ...moved } = compareStanding(state, located, keys, { before: allBefore, own });
  return {
    kept,
    revision: {
      ...moved,
      records: compareLines(state, located, keys, { before: allBefore, own }),
      ranking: comparePlaces(state, metric, units, places),
    },
    leader: newLeaders(state, metric, was),
    units: units.map((unit) => idAt(state.unitIndex, unit)),
    recordsMoved,
  };
}
