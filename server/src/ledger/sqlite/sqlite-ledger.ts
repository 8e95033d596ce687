import type { Entry } from '@emulation/shared';
import { adoptedRow, assertAdopted } from '../adopted.ts';
import {
  appendedEntries,
  assertKeysDiffer,
  assertStorable,
  encodeDraft,
} from '../encoded-draft.ts';
import { readEntryTexts, type EntryRange } from '../entry-text.ts';
import { GroupCommit, WaitingRoom, type Settled } from '../group-commit.ts';
import {
  LedgerUnavailable,
  type AppendOutcome,
  type AppendRequest,
  type BoardHead,
  type Draft,
  type Ledger,
  type StoredEntry,
  type StoredSnapshot,
} from '../ledger.ts';
import { assertRewindTarget, type RewindChange } from '../rewind.ts';
import { readEntries } from './entry-pages.ts';
import type { EncodedAppend, StoreAppend } from './sqlite-store.ts';
import { SnapshotTransfer } from './snapshot-transfer.ts';
import { StoreThread } from './store-thread.ts';

/** Drafts that may wait for a commit; whoever comes then is told to try again. */
const maxWaitingDrafts = 100_000;
/** Keys looked up between two commits: milliseconds. */
const keysAtOnce = 2_000;

/**
 * The ledger in one SQLite file, written by a thread of its own. Posts that wait while a commit
 * runs are committed together by the next one.
 */
export class SqliteLedger implements Ledger {
  readonly #thread: StoreThread;
  readonly #snapshots: SnapshotTransfer;
  readonly #commits: GroupCommit<EncodedAppend, StoreAppend>;
  #isClosed = false;

  private constructor(thread: StoreThread) {
    this.#thread = thread;
    this.#snapshots = new SnapshotTransfer(thread);
    this.#commits = new GroupCommit(new WaitingRoom(maxWaitingDrafts), (group) =>
      this.#commit(group),
    );
  }

  /** @throws LedgerUnusable when the folder cannot be served from */
  static async open(dataDir: string): Promise<SqliteLedger> {
    return new SqliteLedger(await StoreThread.start(dataDir));
  }

  async open(board: string, epoch: string, draft: Draft): Promise<'opened' | 'exists'> {
    assertStorable('board', board);
    assertStorable('epoch', epoch);
    return this.#thread.call('open', board, epoch, encodeDraft(draft));
  }

  async append({ board, drafts, onRepeat }: AppendRequest): Promise<AppendOutcome> {
    if (this.#isClosed) throw new LedgerUnavailable('the ledger is closed');
    const encoded = drafts.map(encodeDraft);
    if (onRepeat === 'refuse') assertKeysDiffer(encoded);
    const request = { board, drafts: encoded, onRepeat };
    const outcome = await this.#commits.submit(request, encoded.length);
    if (outcome.kind !== 'appended') return outcome;
    const { epoch, first, skipped } = outcome;
    const entries = appendedEntries(encoded, { board, epoch, first, skipped });
    return { kind: 'appended', epoch, entries, repeated: skipped.length };
  }

  heads(): Promise<BoardHead[]> {
    return this.#thread.call('heads');
  }

  read(board: string, since: number, limit: number): Promise<Entry[]> {
    const readText = (range: EntryRange) => this.#thread.call('readText', range);
    const readStored = (range: EntryRange) => this.#readStored(range);
    return readEntryTexts({ board, since, limit }, readText, readStored);
  }

  readStored(board: string, since: number, limit: number): Promise<StoredEntry[]> {
    return this.#readStored({ board, since, limit });
  }

  async knownKeys(board: string, keys: readonly string[]): Promise<Map<string, number>> {
    const known = new Map<string, number>();
    for (let from = 0; from < keys.length; from += keysAtOnce) {
      const some = keys.slice(from, from + keysAtOnce);
      for (const [key, seq] of await this.#thread.call('knownKeys', board, some))
        known.set(key, seq);
    }
    return known;
  }

  async rewind(board: string, change: RewindChange): Promise<boolean> {
    assertRewindTarget(change);
    return this.#thread.call('rewind', board, change);
  }

  async adopt(
    board: string,
    newEpoch: string,
    pages: AsyncIterable<readonly StoredEntry[]>,
  ): Promise<void> {
    assertStorable('board', board);
    assertStorable('epoch', newEpoch);
    const staged = `!${newEpoch}`;
    let count = 0;
    try {
      for await (const page of pages) {
        count += page.length;
        await this.#thread.call('stage', staged, page.map(adoptedRow));
      }
      assertAdopted(count);
      await this.#thread.call('adopt', staged, board, newEpoch);
    } catch (error) {
      await this.#thread.call('remove', staged);
      throw error;
    }
  }

  remove(board: string): Promise<boolean> {
    return this.#thread.call('remove', board);
  }

  saveSnapshot(snapshot: StoredSnapshot): Promise<void> {
    return this.#snapshots.save(snapshot);
  }

  loadSnapshot(board: string): Promise<StoredSnapshot | undefined> {
    return this.#snapshots.load(board);
  }

  async keep(name: string, value: string): Promise<string> {
    assertStorable('name', name);
    assertStorable('value', value);
    return this.#thread.call('keep', name, value);
  }

  take(name: string): Promise<string | undefined> {
    return this.#thread.call('take', name);
  }

  async close(): Promise<void> {
    // Nothing new may wait, or a busy server would never be done.
    this.#isClosed = true;
    await this.#commits.drain();
    await this.#thread.close();
  }

  #readStored(range: EntryRange): Promise<StoredEntry[]> {
    return readEntries((...page) => this.#thread.call('readPage', ...page), range);
  }

  async #commit(group: EncodedAppend[]): Promise<Settled<StoreAppend>[]> {
    const settled = await this.#thread.call('append', group);
    return settled.map((each) => (each.ok ? each : { ok: false, error: new Error(each.message) }));
  }
}
