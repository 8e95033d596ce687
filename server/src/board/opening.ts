import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  applyToSights,
  createSights,
  enterEpoch,
  type Entry,
  type Sights,
  type SightsApplied,
} from '@emulation/shared';
import { LedgerDamaged } from '../ledger/encoded-draft.ts';
import type { BoardHead, Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Answer } from './event.ts';
import { ownSeen } from './folded.ts';
import { decodeSnapshot } from './snapshot.ts';

const pageEntries = 2_000;
const maxAttempts = 5;

/** The fold cannot go past an entry: a bug, or an entry of a newer version of this program. */
export class FoldFault extends Error {
  /** The board's epoch; in this one it would fail again. */
  readonly epoch: string;
  constructor({ board, epoch, seq }: BoardHead, cause: unknown) {
    super(`board ${board} cannot be folded past entry ${seq}`, { cause });
    this.name = 'FoldFault';
    this.epoch = epoch;
  }
}

/** Applies one entry, in the board's present `epoch`; a fold that fails says where. */
export function foldEntry(sights: Sights, entry: Entry, epoch: string): SightsApplied {
  try {
    return applyToSights(sights, entry);
  } catch (cause) {
    throw new FoldFault({ board: sights.full.board, epoch, seq: entry.seq }, cause);
  }
}

/**
 * Folds the ledger's entries up to `seq`, page by page, letting others run in between.
 * False: the ledger ends before that.
 */
export async function foldUpTo(
  ledger: Ledger,
  sights: Sights,
  { epoch, seq }: Pick<BoardHead, 'epoch' | 'seq'>,
  onApplied?: (answer: Answer) => void,
): Promise<boolean> {
  const { board } = sights.full;
  const readAfter = (since: number) =>
    ledger.read(board, since, Math.min(pageEntries, seq - since)).catch((error: unknown) => {
      // One damaged board is out of service; the others are not.
      if (!(error instanceof LedgerDamaged)) throw error;
      throw new FoldFault({ board, epoch, seq: error.seq }, error);
    });
  let next = sights.full.seq < seq ? readAfter(sights.full.seq) : undefined;
  while (next) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return false;
    // The ledger's thread or database reads on while this one folds.
    next = last.seq < seq ? readAfter(last.seq) : undefined;
    next?.catch(() => undefined);
    for (const entry of page) {
      const { full, seen } = foldEntry(sights, entry, epoch);
      onApplied?.({ entry, applied: full, seen: ownSeen(sights, entry, seen) });
    }
    await nextTurn();
  }
  return true;
}

export async function headOf(ledger: Ledger, board: string): Promise<BoardHead | undefined> {
  return (await ledger.heads()).find((head) => head.board === board);
}

export interface OpenedBoard {
  sights: Sights;
  /** Up to where the stored snapshot went; 0 without one. */
  snapshotSeq: number;
}

async function openAt(ledger: Ledger, head: BoardHead, log: Log): Promise<OpenedBoard | undefined> {
  const stored = await ledger.loadSnapshot(head.board);
  const kept = decodeSnapshot(stored, head, log);
  const sights = kept ?? createSights(head.board);
  const snapshotSeq = sights.full.seq;
  if (!(await foldUpTo(ledger, sights, head))) return undefined;
  // The entries may all be of earlier epochs, when nothing was posted since a rewind.
  enterEpoch(sights, head.epoch);
  return { sights, snapshotSeq };
}

/** Opens a board from its snapshot and the entries after it; `undefined`: there is none. */
export async function openBoardState(
  ledger: Ledger,
  board: string,
  log: Log,
): Promise<OpenedBoard | undefined> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const head = await headOf(ledger, board);
    if (head === undefined) return undefined;
    const opened = await openAt(ledger, head, log);
    // A rewind in between would have mixed two epochs in what was read.
    const after = opened && (await headOf(ledger, board));
    if (opened && after?.epoch === head.epoch) return opened;
  }
  throw new Error(`board ${board} changed its epoch faster than it could be read`);
}
