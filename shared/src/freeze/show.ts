import { applyEntry } from '../board/fold.ts';
import type { Applied } from '../board/outcome.ts';
import type { BoardState } from '../board/state.ts';
import { scoreDrive } from '../drives/standings.ts';
import type { Entry, Fact } from '../ledger/entry.ts';
import { movePositions } from './positions.ts';
import { publicReveal, withoutResults, type PublicMove } from './public-facts.ts';
import { publicEpoch, type Sights, type Veil } from './veil.ts';

/** An entry where it stands for everybody, and what it did there. */
export interface Seen {
  epoch: string;
  applied: Applied;
}

/** What a reveal shows comes from all results; the public sight cannot know it by itself. */
function factInPublic({ full }: Pick<Sights, 'full'>, veil: Veil, { fact, at }: Entry): Fact {
  if (fact.type === 'drive.revealed') {
    const drive = full.books.drives.get(fact.drive);
    return drive ? publicReveal(fact, scoreDrive(full, drive, Date.parse(at)).rows) : fact;
  }
  if (fact.type === 'drive.moved' && fact.to === 'finalised') {
    const final = full.books.drives.get(fact.id)?.final;
    const move: PublicMove = { ...fact, ...(final ? { final: withoutResults(final) } : {}) };
    return move;
  }
  return movePositions(fact, (position) =>
    position <= veil.since ? position : (veil.seen.get(position) ?? position),
  );
}

/**
 * Applies an entry to the public sight, as the next one there. `undefined`: it does not fit there,
 * so it refers to something hidden, and the sight is as it was.
 */
export function showEntry(
  sights: Pick<Sights, 'full' | 'public'>,
  veil: Veil,
  entry: Entry,
): Seen | undefined {
  const { full, public: seen } = sights;
  const { seq, epoch, epochs } = seen;
  const spans = epochs.length;
  const shown: Entry = {
    ...entry,
    epoch: publicEpoch(entry.epoch, veil.since),
    seq: seq + 1,
    fact: factInPublic(sights, veil, entry),
  };
  const applied = applyEntry(seen, shown);
  if (applied.unfit !== undefined) {
    // An entry that does not fit changes nothing but the position.
    Object.assign(seen, { seq, epoch });
    epochs.length = spans;
    return undefined;
  }
  veil.seen.set(entry.seq, shown.seq);
  if (entry.fact.type === 'result.posted') rememberPublicId(full, shown, entry.seq);
  return { epoch: shown.epoch, applied };
}

/** Links that were given away while something was hidden lead to the result for ever. */
function rememberPublicId({ publicIds }: BoardState, shown: Entry, position: number): void {
  const ids = publicIds.get(shown.epoch) ?? new Map<number, number>();
  publicIds.set(shown.epoch, ids.set(shown.seq, position));
}
