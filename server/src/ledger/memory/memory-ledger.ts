import type { Entry } from '@emulation/shared';
import { assertStorable } from '../encoded-draft.ts';
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
import { assertRewindTarget, rewindReaches } from '../rewind.ts';
import { MemoryBoard } from './memory-board.ts';

/** A ledger that ends with its process: for tests and trials. */
export class MemoryLedger implements Ledger {
  readonly #boards = new Map<string, MemoryBoard>();
  readonly #kept = new Map<string, string>();
  #closed = false;

  async open(board: string, epoch: string, draft: Draft): Promise<'opened' | 'exists'> {
    this.#assertOpen();
    assertStorable('board', board);
    assertStorable('epoch', epoch);
    if (this.#boards.has(board)) return 'exists';
    this.#boards.set(board, new MemoryBoard(board, epoch, draft));
    return 'opened';
  }

  async append(request: AppendRequest): Promise<AppendOutcome> {
    this.#assertOpen();
    return this.#boards.get(request.board)?.append(request) ?? { kind: 'unknown-board' };
  }

  async heads(): Promise<BoardHead[]> {
    this.#assertOpen();
    return [...this.#boards.values()].map(({ head }) => head);
  }

  async read(board: string, since: number, limit: number): Promise<Entry[]> {
    this.#assertOpen();
    return this.#boards.get(board)?.read(since, limit) ?? [];
  }

  async readStored(board: string, since: number, limit: number): Promise<StoredEntry[]> {
    this.#assertOpen();
    return this.#boards.get(board)?.readStored(since, limit) ?? [];
  }

  async knownKeys(board: string, keys: readonly string[]): Promise<Map<string, number>> {
    this.#assertOpen();
    return this.#boards.get(board)?.findKeys(keys) ?? new Map();
  }

  async rewind(
    board: string,
    change: { epoch: string; toSeq: number; newEpoch: string },
  ): Promise<boolean> {
    this.#assertOpen();
    assertRewindTarget(change);
    const found = this.#boards.get(board);
    if (!found || !rewindReaches(found.head, change)) return false;
    return found.rewind(change);
  }

  async adopt(
    board: string,
    newEpoch: string,
    pages: AsyncIterable<readonly StoredEntry[]>,
  ): Promise<void> {
    this.#assertOpen();
    this.#boards.set(board, await MemoryBoard.adopt(board, newEpoch, pages));
  }

  async remove(board: string): Promise<boolean> {
    this.#assertOpen();
    return this.#boards.delete(board);
  }

  async saveSnapshot(snapshot: StoredSnapshot): Promise<void> {
    this.#assertOpen();
    this.#boards.get(snapshot.board)?.saveSnapshot(snapshot);
  }

  async loadSnapshot(board: string): Promise<StoredSnapshot | undefined> {
    this.#assertOpen();
    return this.#boards.get(board)?.loadSnapshot();
  }

  async keep(name: string, value: string): Promise<string> {
    this.#assertOpen();
    const kept = this.#kept.get(name) ?? value;
    this.#kept.set(name, kept);
    return kept;
  }

  async take(name: string): Promise<string | undefined> {
    this.#assertOpen();
    const value = this.#kept.get(name);
    this.#kept.delete(name);
    return value;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #assertOpen(): void {
    if (this.#closed) throw new LedgerUnavailable('the ledger is closed');
  }
}
