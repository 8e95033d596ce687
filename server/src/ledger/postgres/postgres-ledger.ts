import type { Entry } from '@emulation/shared';
import type { Log } from '../../log.ts';
import { assertKeysDiffer, assertStorable, decodeEntry, encodeDraft } from '../encoded-draft.ts';
import { readEntryTexts } from '../entry-text.ts';
import { GroupCommit, WaitingRoom } from '../group-commit.ts';
import { chainStart } from '../hash-chain.ts';
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
import { placeDrafts } from '../placement.ts';
import { assertRewindTarget, rewindReaches, type RewindChange } from '../rewind.ts';
import type { ReadableLedger } from '../verify-chain.ts';
import { adoptRows } from './adopt-rows.ts';
import { commitGroup, type EncodedRequest } from './board-commits.ts';
import {
  findBoard,
  findKeys,
  hashAt,
  insertRows,
  moveHead,
  readLines,
  readText,
} from './board-rows.ts';
import { connect } from './connect.ts';
import type { Connection } from './connection.ts';
import { findTables, prepareTables } from './schema.ts';

/** Drafts that may wait for a commit; whoever comes then is told to try again. */
const maxWaitingDrafts = 100_000;

/** The ledger in PostgreSQL, for any number of nodes: a counter row per board gives the order. */
export class PostgresLedger implements Ledger {
  readonly #connection: Connection;
  readonly #room = new WaitingRoom(maxWaitingDrafts);
  readonly #commits = new Map<string, GroupCommit<EncodedRequest, AppendOutcome>>();
  #closed = false;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @throws LedgerUnusable when the database cannot be served from */
  static async open({ url, log }: { url: string; log: Log }): Promise<PostgresLedger> {
    return new PostgresLedger(await connect(url, log, prepareTables));
  }

  /** To read only, beside running servers: nothing is made. */
  static async openToRead({ url, log }: { url: string; log: Log }): Promise<ReadableLedger> {
    return new PostgresLedger(await connect(url, log, findTables));
  }

  async open(board: string, epoch: string, draft: Draft): Promise<'opened' | 'exists'> {
    assertStorable('board', board);
    assertStorable('epoch', epoch);
    const encoded = encodeDraft(draft);
    return this.#transact(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        `INSERT INTO boards (board, epoch, seq, hash) VALUES ($1, $2, 0, $3)
         ON CONFLICT (board) DO NOTHING RETURNING id`,
        [board, epoch, chainStart],
      );
      const [row] = rows;
      if (!row) return 'exists';
      const head = { board, epoch, seq: 0, hash: chainStart };
      const placed = placeDrafts(head, [encoded], 'skip', () => undefined);
      if (placed.kind !== 'placed') throw new Error('a first entry has nothing to repeat');
      await insertRows(client, { id: row.id, epoch }, placed.rows);
      await moveHead(client, row.id, placed.head);
      return 'opened';
    });
  }

  async append({ board, drafts, onRepeat }: AppendRequest): Promise<AppendOutcome> {
    this.#assertOpen();
    const encoded = drafts.map(encodeDraft);
    if (onRepeat === 'refuse') assertKeysDiffer(encoded);
    return this.#commitsOf(board).submit({ drafts: encoded, onRepeat }, encoded.length);
  }

  async heads(): Promise<BoardHead[]> {
    const { rows } = await this.#with((client) =>
      client.query<{ board: string; epoch: string; seq: string }>(
        'SELECT board, epoch, seq FROM boards ORDER BY id',
      ),
    );
    return rows.map(({ board, epoch, seq }) => ({ board, epoch, seq: Number(seq) }));
  }

  read(board: string, since: number, limit: number): Promise<Entry[]> {
    return readEntryTexts(
      { board, since, limit },
      (range) => this.#with((client) => readText(client, range)),
      (range) => this.readStored(range.board, range.since, range.limit),
    );
  }

  async readStored(board: string, since: number, limit: number): Promise<StoredEntry[]> {
    const { lines, prev } = await this.#with(async (client) => {
      const found = await findBoard(client, board, 'look');
      if (!found) return { lines: [], prev: undefined };
      const prev = since > 0 ? await hashAt(client, found.id, since) : undefined;
      return { lines: await readLines(client, found.id, since, limit), prev };
    });
    return lines.map(({ line, fact }, at) =>
      // A line before this one has its hash in the last place.
      decodeEntry(board, line, fact, lines[at - 1]?.line[6] ?? prev ?? chainStart),
    );
  }

  async knownKeys(board: string, keys: readonly string[]): Promise<Map<string, number>> {
    return this.#with(async (client) => {
      const holders = await findKeys(client, board, keys);
      return new Map([...holders].map(([key, { seq }]) => [key, seq]));
    });
  }

  async rewind(board: string, change: RewindChange): Promise<boolean> {
    assertRewindTarget(change);
    return this.#transact(async (client) => {
      const found = await findBoard(client, board, 'lock');
      if (!found || !rewindReaches(found, change)) return false;
      await client.query('DELETE FROM entries WHERE board = $1 AND seq > $2', [
        found.id,
        change.toSeq,
      ]);
      await client.query('DELETE FROM snapshots WHERE board = $1', [found.id]);
      const hash = (await hashAt(client, found.id, change.toSeq)) ?? chainStart;
      await moveHead(client, found.id, {
        board,
        epoch: change.newEpoch,
        seq: change.toSeq,
        hash,
      });
      return true;
    });
  }

  async adopt(
    board: string,
    newEpoch: string,
    pages: AsyncIterable<readonly StoredEntry[]>,
  ): Promise<void> {
    assertStorable('board', board);
    assertStorable('epoch', newEpoch);
    await this.#transact(async (client) => {
      await client.query('DELETE FROM boards WHERE board = $1', [board]);
      await adoptRows(client, { board, epoch: newEpoch }, pages);
    });
  }

  async remove(board: string): Promise<boolean> {
    const { rowCount } = await this.#transact((client) =>
      client.query('DELETE FROM boards WHERE board = $1', [board]),
    );
    return (rowCount ?? 0) > 0;
  }

  async saveSnapshot({ board, epoch, seq, version, bytes }: StoredSnapshot): Promise<void> {
    await this.#with((client) =>
      client.query(
        `INSERT INTO snapshots (board, epoch, seq, version, bytes)
         SELECT id, $2, $3, $4, $5 FROM boards WHERE board = $1 AND epoch = $2 AND seq >= $3
         ON CONFLICT (board) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq,
           version = excluded.version, bytes = excluded.bytes`,
        [board, epoch, seq, version, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      ),
    );
  }

  async loadSnapshot(board: string): Promise<StoredSnapshot | undefined> {
    const { rows } = await this.#with((client) =>
      // The conditions again: a snapshot may have been saved while the board was rewound.
      client.query<{ epoch: string; seq: string; version: string; bytes: Buffer }>(
        `SELECT s.epoch, s.seq, s.version, s.bytes FROM snapshots s
         JOIN boards b ON b.id = s.board AND b.epoch = s.epoch AND b.seq >= s.seq
         WHERE b.board = $1`,
        [board],
      ),
    );
    const [row] = rows;
    return row && { ...row, board, seq: Number(row.seq) };
  }

  async keep(name: string, value: string): Promise<string> {
    assertStorable('name', name);
    assertStorable('value', value);
    return this.#transact(async (client) => {
      // An update that changes nothing locks what is kept, so that it cannot be taken meanwhile.
      const { rows } = await client.query<{ value: string }>(
        `INSERT INTO kept (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = kept.value RETURNING value`,
        [name, value],
      );
      return rows[0]?.value ?? value;
    });
  }

  async take(name: string): Promise<string | undefined> {
    const { rows } = await this.#transact((client) =>
      client.query<{ value: string }>('DELETE FROM kept WHERE name = $1 RETURNING value', [name]),
    );
    return rows[0]?.value;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#commits.values()].map((commits) => commits.drain()));
    await this.#connection.close();
  }

  #commitsOf(board: string): GroupCommit<EncodedRequest, AppendOutcome> {
    let commits = this.#commits.get(board);
    if (!commits) {
      commits = new GroupCommit(this.#room, (group) => commitGroup(this.#connection, board, group));
      this.#commits.set(board, commits);
    }
    return commits;
  }

  #with: Connection['with'] = (work) => {
    this.#assertOpen();
    return this.#connection.with(work);
  };

  #transact: Connection['transact'] = (work) => {
    this.#assertOpen();
    return this.#connection.transact(work);
  };

  #assertOpen(): void {
    if (this.#closed) throw new LedgerUnavailable('the ledger is closed');
  }
}
