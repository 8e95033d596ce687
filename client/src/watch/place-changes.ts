import type { RankingRow } from '@emulation/shared';

/** How long a row shows that its place changed. */
export const markMs = 60_000;

/** In a rush the marks of those that are only passed are drawn no more often than this. */
export const passedMs = 2_000;

export interface PlaceChange {
  /** Places gained; negative: lost. */
  gained: number;
  at: number;
  /** The last result of its own that moved it took it up. */
  rose: boolean;
}

type Changes = ReadonlyMap<string, PlaceChange>;

export interface PlaceMemory {
  /** Of one ranking: another metric or period begins anew. */
  ranking: string;
  rows: ReadonlyMap<string, RankingRow>;
  changes: Changes;
  /** The changes as they are shown; those of units that were passed may be behind. */
  marks: Changes;
  /** When all marks were as the changes are. */
  markedAt: number;
}

export const noMemory: PlaceMemory = {
  ranking: '',
  rows: new Map(),
  changes: new Map(),
  marks: new Map(),
  markedAt: -Infinity,
};

const isOwn = (before: RankingRow, now: RankingRow) =>
  before.score !== now.score || before.reachedAt !== now.reachedAt;

/** A change within the life of an earlier mark adds to it: ▲1 and ▲2 are ▲3. */
function changeOf(
  before: RankingRow,
  now: RankingRow,
  earlier: PlaceChange | undefined,
  at: number,
): PlaceChange {
  const moved = before.place - now.place;
  const fresh = earlier && at - earlier.at <= markMs ? earlier : undefined;
  return {
    gained: (fresh?.gained ?? 0) + moved,
    at,
    rose: isOwn(before, now) ? moved > 0 : (fresh?.rose ?? false),
  };
}

/** `own`: those whose own result moved them, which are never behind. */
function marksOf(known: PlaceMemory, changes: Changes, own: ReadonlySet<string>, at: number) {
  const isSame =
    changes.size === known.marks.size &&
    [...changes].every(([unit, change]) => known.marks.get(unit) === change);
  if (isSame) return { marks: known.marks, markedAt: known.markedAt };
  if (at - known.markedAt >= passedMs) return { marks: changes, markedAt: at };
  const marks = new Map<string, PlaceChange>();
  for (const [unit, change] of changes) {
    const mark = own.has(unit) ? change : known.marks.get(unit);
    if (mark) marks.set(unit, mark);
  }
  return { marks, markedAt: known.markedAt };
}

export function rememberPlaces(
  memory: PlaceMemory,
  ranking: string,
  rows: readonly RankingRow[],
  at: number,
): PlaceMemory {
  const known = memory.ranking === ranking ? memory : noMemory;
  const standing = new Map<string, RankingRow>();
  const changes = new Map<string, PlaceChange>();
  const own = new Set<string>();
  for (const row of rows) {
    const { unit, place } = row;
    if (unit === undefined) continue;
    standing.set(unit, row);
    const before = known.rows.get(unit);
    const earlier = known.changes.get(unit);
    if (before && before.place !== place) {
      changes.set(unit, changeOf(before, row, earlier, at));
      if (isOwn(before, row)) own.add(unit);
    } else if (earlier && at - earlier.at <= markMs) changes.set(unit, earlier);
  }
  return { ranking, rows: standing, changes, ...marksOf(known, changes, own, at) };
}

/** ms until marks that are behind are to be drawn; `undefined` when none is. */
export function untilMarked({ changes, marks, markedAt }: PlaceMemory, at: number) {
  const isBehind = [...changes].some(([unit, change]) => marks.get(unit) !== change);
  return isBehind ? Math.max(0, markedAt + passedMs - at) : undefined;
}
