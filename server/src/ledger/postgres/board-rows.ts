import type { PoolClient } from 'pg';
import type { StoredLine } from '../encoded-draft.ts';
import type { EntryRange, EntryText } from '../entry-text.ts';
import type { ChainHead, KeyHolder, PlacedRow } from '../placement.ts';

export interface BoardRow extends ChainHead {
  id: number;
}

/** Rows in one statement: parameters are arrays, so their number stays the same. */
const maxInserted = 10_000;

/**
 * The board's row; locked until the transaction ends when it is to be changed. The lock shuts out
 * every other writer, but not the foreign-key check of a snapshot that is being saved.
 */
export async function findBoard(
  client: PoolClient,
  board: string,
  lock: 'lock' | 'look',
): Promise<BoardRow | undefined> {
  const { rows } = await client.query<Omit<BoardRow, 'seq'> & { seq: string }>(
    `SELECT id, board, epoch, seq, hash FROM boards WHERE board = $1${lock === 'lock' ? ' FOR NO KEY UPDATE' : ''}`,
    [board],
  );
  const [row] = rows;
  return row && { ...row, seq: Number(row.seq) };
}

/**
 * Who holds which of a board's keys, found in one question. Without a name: PostgreSQL would keep the
 * plan that it made while there was hardly an entry, and read all of them each time.
 */
export async function findKeys(
  client: PoolClient,
  board: string,
  keys: readonly string[],
): Promise<Map<string, KeyHolder>> {
  if (keys.length === 0) return new Map();
  const { rows } = await client.query<{ key: string; seq: string; body_hash: string | null }>(
    `SELECT key, seq, body_hash FROM entries
      WHERE board = (SELECT id FROM boards WHERE board = $1) AND key = ANY($2::text[])`,
    [board, keys],
  );
  return new Map(rows.map((row) => [row.key, { seq: Number(row.seq), bodyHash: row.body_hash }]));
}

/** Everything is asked before this returns, so that a COMMIT asked next comes after it. */
export async function insertRows(
  client: PoolClient,
  { id, epoch }: Pick<BoardRow, 'id' | 'epoch'>,
  rows: readonly PlacedRow[],
): Promise<void> {
  const insert = (some: readonly PlacedRow[]) =>
    client.query({
      name: 'insert-entries',
      text: `INSERT INTO entries (board, epoch, seq, at, actor, fact, key, body_hash, hash)
        SELECT $1, $2, * FROM unnest(
          $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])`,
      values: [
        id,
        epoch,
        some.map((row) => row.seq),
        some.map((row) => row.at),
        some.map((row) => row.actor),
        some.map((row) => row.fact),
        some.map((row) => row.key),
        some.map((row) => row.bodyHash),
        some.map((row) => row.hash),
      ],
    });
  const parts: Promise<unknown>[] = [];
  for (let from = 0; from < rows.length; from += maxInserted)
    parts.push(insert(rows.slice(from, from + maxInserted)));
  await Promise.all(parts);
}

export async function moveHead(client: PoolClient, id: number, head: ChainHead): Promise<void> {
  await client.query('UPDATE boards SET epoch = $2, seq = $3, hash = $4 WHERE id = $1', [
    id,
    head.epoch,
    head.seq,
    head.hash,
  ]);
}

/** Entries after `since`, the fact beside the line as every engine gives it. */
export async function readLines(
  client: PoolClient,
  board: number,
  since: number,
  limit: number,
): Promise<{ line: StoredLine; fact: string }[]> {
  const { rows } = await client.query<unknown[]>({
    name: 'read-entries',
    text: `SELECT seq, epoch, at, actor, key, body_hash, hash, fact FROM entries
      WHERE board = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    values: [board, since, limit],
    rowMode: 'array',
  });
  return rows.map((row) => {
    // The statement names these columns in this order, the fact last; a bigint comes as text.
    const fact = row.pop() as string;
    row[0] = Number(row[0]);
    return { line: row as StoredLine, fact };
  });
}

/** The same entries as one text, made in the database. */
export async function readText(
  client: PoolClient,
  { board, since, limit }: EntryRange,
): Promise<EntryText | undefined> {
  const { rows } = await client.query<EntryText>({
    name: 'read-text',
    text: `SELECT b.epoch, coalesce((
        SELECT string_agg('{"seq":' || seq || ',"epoch":' || to_json(epoch) || ',"at":'
          || to_json(at) || ',"actor":' || to_json(actor) || ',"fact":' || fact || '}', ',' ORDER BY seq)
        FROM (SELECT * FROM entries WHERE board = b.id AND seq > $2 ORDER BY seq LIMIT $3) AS page
      ), '') AS text FROM boards b WHERE b.board = $1`,
    values: [board, since, limit],
  });
  return rows[0];
}

export async function hashAt(
  client: PoolClient,
  board: number,
  seq: number,
): Promise<string | undefined> {
  const { rows } = await client.query<{ hash: string }>(
    'SELECT hash FROM entries WHERE board = $1 AND seq = $2',
    [board, seq],
  );
  return rows[0]?.hash;
}
