/**
 * A board as stewards and as everybody else see it.
 *
 *   nothing hidden: one state for both ──a drive freezes──▶ two: `full`, and `public` in positions
 *          ▲                                                of its own, a fold of what is seen
 *          └────────────all is revealed, or finalised───────────────┘
 *
 * The entries alone decide, so that every node holds the same two states.
 */
import { copyBoard } from '../board/copy.ts';
import { applyEntry } from '../board/fold.ts';
import type { Applied } from '../board/outcome.ts';
import { createBoardState } from '../board/state.ts';
import type { Entry } from '../ledger/entry.ts';
import { hidingDrives, isHidingAt, mayFreeze } from './hiding.ts';
import { liftFromDrives } from './lift.ts';
import { showEntry, type Seen } from './show.ts';
import { hidersOf, publicEpoch, type Sights, type Veil } from './veil.ts';

export interface SightsApplied {
  full: Applied;
  /** What everybody sees of it: nothing, the entry, or with it some that were hidden until now. */
  seen: Seen[];
}

export function createSights(board: string): Sights {
  const state = createBoardState(board);
  return { full: state, public: state, veil: undefined };
}

/**
 * Whether an entry may put another state or another epoch in the place of one of the two. Whoever
 * tells of several entries together tells first what came before it, and then of it alone.
 */
export function mayTurn({ full, public: seen, veil }: Sights, { at, fact }: Entry): boolean {
  if (veil) return seen.seq === veil.since || fact.type.startsWith('drive.');
  return mayFreeze(fact) || isHidingAt(full, at);
}

/**
 * Applies the next entry to both sights.
 * @throws RangeError when `entry` is not the next in sequence
 */
export function applyToSights(sights: Sights, entry: Entry): SightsApplied {
  if (sights.veil) return applyUnderVeil(sights, sights.veil, entry);
  return mayTurn(sights, entry) ? applyFreezing(sights, entry) : applyOpenly(sights, entry);
}

function applyOpenly(sights: Sights, entry: Entry): SightsApplied {
  const full = applyEntry(sights.full, entry);
  return { full, seen: [{ epoch: entry.epoch, applied: full }] };
}

/**
 * The board as it stands becomes the public one, so that nothing public moves with the freeze
 * itself; what is hidden goes into a copy.
 */
function applyFreezing(sights: Sights, entry: Entry): SightsApplied {
  const at = Date.parse(entry.at);
  const full = copyBoard(sights.full);
  const applied = applyEntry(full, entry);
  const drives = hidingDrives(full, at);
  if (drives.size === 0) return applyOpenly(sights, entry);
  const veil: Veil = { since: entry.seq - 1, drives, at, seen: new Map(), hidden: new Map() };
  Object.assign(sights, { full, veil });
  sights.public.isVeiled = true;
  return { full: applied, seen: showOrHide(sights, veil, entry, applied) };
}

function applyUnderVeil(sights: Sights, veil: Veil, entry: Entry): SightsApplied {
  const full = applyEntry(sights.full, entry);
  veil.at = Math.max(veil.at, Date.parse(entry.at));
  const hiding = hidingDrives(sights.full, veil.at);
  if (hiding.size === 0) return { full, seen: [liftWhole(sights, veil, entry, full)] };
  const lifted = [...veil.drives].filter((id) => !hiding.has(id));
  veil.drives = hiding;
  const released = lifted.length === 0 ? [] : liftFromDrives(sights, veil, lifted);
  return { full, seen: [...released, ...showOrHide(sights, veil, entry, full)] };
}

function showOrHide(sights: Sights, veil: Veil, entry: Entry, applied: Applied): Seen[] {
  // What does not fit may not fit because of what is hidden, so that nobody must see it fail.
  if (applied.unfit !== undefined) return [];
  const by = hidersOf(sights.full, veil, entry);
  const shown = by.length === 0 ? showEntry(sights, veil, entry) : undefined;
  if (shown) return [shown];
  veil.hidden.set(entry.seq, { entry, by: by.length > 0 ? by : [...veil.drives] });
  return [];
}

/**
 * Nothing is hidden any more. The last entry is still told in the public epoch, to screens that
 * stand there, and then everybody goes over to the full board.
 */
function liftWhole(sights: Sights, veil: Veil, entry: Entry, applied: Applied): Seen {
  const { seq } = sights.public;
  sights.public = sights.full;
  sights.veil = undefined;
  // Nothing was seen since the freeze, so that nobody stands in the public epoch.
  if (seq === veil.since) return { epoch: entry.epoch, applied };
  const epoch = publicEpoch(entry.epoch, veil.since);
  const place = { epoch, seq: seq + 1 };
  const happenings = applied.happenings.map((one) => ({ ...one, ...place }));
  return { epoch, applied: { ...applied, seq: place.seq, happenings } };
}
