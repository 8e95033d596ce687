import type { StoredSnapshot } from '../ledger.ts';
import { letGo } from '../let-go.ts';
import type { StoreThread } from './store-thread.ts';

/** Bytes between which posts may commit: milliseconds of writing. */
const partBytes = 1024 * 1024;

/** Takes snapshots to and from the store's thread in parts, one saving after another. */
export class SnapshotTransfer {
  readonly #thread: StoreThread;
  #saving: Promise<void> = Promise.resolve();

  constructor(thread: StoreThread) {
    this.#thread = thread;
  }

  save(snapshot: StoredSnapshot): Promise<void> {
    const saved = this.#saving.then(() => this.#saveNow(snapshot));
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  /** A snapshot that is replaced while it is read is read anew. */
  async load(board: string): Promise<StoredSnapshot | undefined> {
    const head = await this.#thread.call('snapshotHead', board);
    if (!head) return undefined;
    const { save, size, ...snapshot } = head;
    // Each part goes where it belongs and is let go of: a large snapshot is in memory once.
    const bytes = new Uint8Array(size);
    let at = 0;
    for (let part = 0; at < size; part++) {
      const some = await this.#thread.call('snapshotPart', board, save, part);
      if (!some) break;
      bytes.set(some, at);
      at += some.length;
      letGo(some);
    }
    const after = await this.#thread.call('snapshotHead', board);
    if (after?.save !== save) return this.load(board);
    return { ...snapshot, bytes };
  }

  async #saveNow({ bytes, ...snapshot }: StoredSnapshot): Promise<void> {
    const { board } = snapshot;
    // What a crash left is not to lie there twice.
    while (await this.#thread.call('sweepSnapshot', board));
    const save = await this.#thread.call('beginSnapshot', board);
    if (save === undefined) return;
    for (let part = 0; part * partBytes < bytes.length; part++) {
      const some = bytes.subarray(part * partBytes, (part + 1) * partBytes);
      // A copy: a view would take the whole of the bytes with it to the thread, every time.
      await this.#thread.call('addSnapshotPart', board, save, part, new Uint8Array(some));
    }
    await this.#thread.call('finishSnapshot', { ...snapshot, save });
    while (await this.#thread.call('sweepSnapshot', board));
  }
}
