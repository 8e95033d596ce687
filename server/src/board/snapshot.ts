import { deserialize, serialize } from 'node:v8';
import { dumpBoard, foldVersion, loadBoard, type BoardState } from '@emulation/shared';
import type { BoardHead, Ledger, StoredSnapshot } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';

const minTailEntries = 20_000;
const minTailShare = 0.1;

export function encodeSnapshot(state: BoardState): StoredSnapshot {
  const { board, epoch, seq } = state;
  return { board, epoch, seq, version: foldVersion, bytes: serialize(dumpBoard(state)) };
}

/** The board of a snapshot that this fold made in the ledger's present epoch, else `undefined`. */
export function decodeSnapshot(
  snapshot: StoredSnapshot | undefined,
  head: BoardHead,
  log: Log,
): BoardState | undefined {
  if (snapshot === undefined || snapshot.version !== foldVersion) return undefined;
  if (snapshot.epoch !== head.epoch || snapshot.seq > head.seq) return undefined;
  try {
    const state = loadBoard(deserialize(snapshot.bytes));
    return state.seq === snapshot.seq && state.board === head.board ? state : undefined;
  } catch (err) {
    // A snapshot only saves time: the entries are all there.
    log.warn({ err, board: head.board }, 'a snapshot cannot be read and is not used');
    return undefined;
  }
}

/** Stores a board's fold when opening without it would take noticeably longer. */
export class SnapshotKeeper {
  readonly #ledger: Ledger;
  readonly #log: Log;
  #keptSeq: number;
  #saving: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger, log: Log, keptSeq: number) {
    this.#ledger = ledger;
    this.#log = log;
    this.#keptSeq = keptSeq;
  }

  /** Another epoch: what is stored ends at `keptSeq`. */
  reset(keptSeq: number): void {
    this.#keptSeq = keptSeq;
  }

  saveWhenDue(state: BoardState): void {
    const tail = state.seq - this.#keptSeq;
    if (tail >= Math.max(minTailEntries, state.seq * minTailShare)) this.#save(state);
  }

  async close(state: BoardState): Promise<void> {
    if (state.seq > this.#keptSeq) this.#save(state);
    await this.#saving;
  }

  #save(state: BoardState): void {
    const { board, seq } = state;
    // Also when storing fails: the next try waits for as long a tail again.
    this.#keptSeq = seq;
    // Encoded now, while no entry can come between; stored one after another.
    const snapshot = encodeSnapshot(state);
    this.#saving = this.#saving
      .then(() => this.#ledger.saveSnapshot(snapshot))
      .catch((err: unknown) => this.#log.warn({ err, board, seq }, 'a snapshot was not stored'));
  }
}
