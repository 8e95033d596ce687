import type { BoardState } from '../board/state.ts';
import type { Entry, Fact } from '../ledger/entry.ts';
import { drivesHiding } from './hiding.ts';
import { positionsNamedBy } from './positions.ts';

export interface Sights {
  full: BoardState;
  /** The very same object while nothing is hidden. */
  public: BoardState;
  veil: Veil | undefined;
}

export interface HiddenEntry {
  entry: Entry;
  /** Drives that hide it. */
  by: string[];
}

/** What lies between the two sights of a board; plain data. */
export interface Veil {
  /** The last position that both sights share. It names the public epoch. */
  since: number;
  /** Drives that hide results now. */
  drives: Set<string>;
  /** The latest time at which an entry came in: clocks of nodes differ a little. */
  at: number;
  /** Where an entry that is seen stands in the public sight, by its position. */
  seen: Map<number, number>;
  /** By position. */
  hidden: Map<number, HiddenEntry>;
}

/** Whether the public sight holds the entry at a position of the ledger. */
export function isSeen({ veil }: Sights, position: number): boolean {
  return !veil || position <= veil.since || veil.seen.has(position);
}

/** Where the public sight holds the entry at a position of the ledger; nowhere while it is hidden. */
export function publicPosition({ veil }: Sights, position: number): number | undefined {
  return !veil || position <= veil.since ? position : veil.seen.get(position);
}

/** The public sight counts its own positions, so it has an epoch of its own. */
export function publicEpoch(epoch: string, since: number): string {
  return `${epoch}~${since}`;
}

/** Facts that tell of a drive's outcome although they name no result. */
function drivesNamedBy(fact: Fact): string[] {
  return fact.type === 'honour.awarded' && fact.drive !== undefined ? [fact.drive] : [];
}

/** Where the import begins that a fact undoes. */
function openingOf({ books }: BoardState, fact: Fact): number[] {
  const record = fact.type === 'import.undone' ? books.imports.get(fact.import) : undefined;
  return record ? [record.from] : [];
}

/**
 * The drives that hide an entry; none where everybody sees it. What refers to a hidden entry is
 * hidden with it, and so are the beginning of an import and its counts, which tell that and how many
 * results it brought, and its undoing.
 */
export function hidersOf(state: BoardState, veil: Veil, { fact }: Entry): string[] {
  const hiders = new Set<string>();
  if (fact.type === 'result.posted')
    for (const drive of drivesHiding(state, veil.drives, fact)) hiders.add(drive);
  if (fact.type === 'import.opened' || fact.type === 'import.closed')
    for (const drive of veil.drives) hiders.add(drive);
  for (const drive of drivesNamedBy(fact)) if (veil.drives.has(drive)) hiders.add(drive);
  for (const position of [...positionsNamedBy(fact), ...openingOf(state, fact)])
    for (const drive of veil.hidden.get(position)?.by ?? []) hiders.add(drive);
  return [...hiders];
}
