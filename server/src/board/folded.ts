import {
  changeOf,
  isSeen,
  type Applied,
  type Entry,
  type Seen,
  type Sights,
  type SightsApplied,
} from '@emulation/shared';
import type { Folded, Sight } from './event.ts';

/** An entry that was folded here, and what it did to the two sights. */
export interface Done extends SightsApplied {
  entry: Entry;
  /** Appended by this node. */
  isOwn: boolean;
}

/** What everybody sees of an entry that was just folded: what it released comes before it. */
export function ownSeen(sights: Sights, entry: Entry, seen: readonly Seen[]): Seen | undefined {
  return isSeen(sights, entry.seq) ? seen.at(-1) : undefined;
}

function foldedIn(sight: Sight, epoch: string, applied: readonly Applied[]): Folded[] {
  const [first, last] = [applied[0], applied.at(-1)];
  if (!first || !last) return [];
  const happenings = applied.flatMap((each) => each.happenings);
  const change = changeOf(applied);
  return [{ sight, epoch, from: first.seq, to: last.seq, change, happenings }];
}

/** What there is to tell of entries that were folded together, in one epoch, in each sight. */
export function foldedOf(done: readonly Done[]): Folded[] {
  const seen = done.flatMap((each) => each.seen);
  return [
    ...foldedIn(
      'full',
      done.at(-1)?.entry.epoch ?? '',
      done.map(({ full }) => full),
    ),
    ...foldedIn(
      'public',
      seen.at(-1)?.epoch ?? '',
      seen.map(({ applied }) => applied),
    ),
  ];
}
