import { deserialize, serialize } from 'node:v8';
import { dumpSights, foldVersion, loadSights, type Sights } from '@emulation/shared';
import type { BoardHead, Ledger, StoredSnapshot } from '../ledger/ledger.ts';
import { letGo } from '../ledger/let-go.ts';
import type { Log } from '../log.ts';

const minTailEntries = 20_000;
const minTailShare = 0.1;

export function encodeSnapshot(sights: Sights): StoredSnapshot {
  const { board, epoch, seq } = sights.full;
  return { board, epoch, seq, version: foldVersion, bytes: serialize(dumpSights(sights)) };
}

/** The board of a snapshot that this fold made in the ledger's present epoch, else `undefined`. */
export function decodeSnapshot(
  snapshot: StoredSnapshot | undefined,
  head: BoardHead,
  log: Log,
): Sights | undefined {
  if (snapshot === undefined || snapshot.version !== foldVersion) return undefined;
  if (snapshot.epoch !== head.epoch || snapshot.seq > head.seq) return undefined;
  try {
    const sights = loadSights(deserialize(snapshot.bytes));
    // What deserializing does not copy, loading does (the columns): nothing looks at the bytes any more.
    letGo(snapshot.bytes);
    const { board, seq } = sights.full;
    return seq === snapshot.seq && board === head.board ? sights : undefined;
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

  saveWhenDue(sights: Sights): void {
    const { seq } = sights.full;
    const tail = seq - this.#keptSeq;
    if (tail >= Math.max(minTailEntries, seq * minTailShare)) this.#save(sights);
  }

  async close(sights: Sights): Promise<void> {
    if (sights.full.seq > this.#keptSeq) this.#save(sights);
    await this.#saving;
  }

  #save(sights: Sights): void {
    const { board, seq } = sights.full;
    // Also when storing fails: the next try waits for as long a tail again.
    this.#keptSeq = seq;
    // Encoded now, while no entry can come between; stored one after another.
    const snapshot = encodeSnapshot(sights);
    this.#saving = this.#saving
      .then(() => this.#ledger.saveSnapshot(snapshot))
      .catch((err: unknown) => this.#log.warn({ err, board, seq }, 'a snapshot was not stored'));
  }
}
