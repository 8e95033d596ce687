import type { PoolClient } from 'pg';
import { appendedEntries, type EncodedDraft } from '../encoded-draft.ts';
import type { Settled } from '../group-commit.ts';
import type { AppendOutcome, AppendRequest } from '../ledger.ts';
import { placeDrafts, type ChainHead, type KeyHolder, type PlacedRow } from '../placement.ts';
import { findBoard, findKeys, insertRows, moveHead } from './board-rows.ts';
import type { Connection } from './connection.ts';

export interface EncodedRequest {
  drafts: EncodedDraft[];
  onRepeat: AppendRequest['onRepeat'];
}

interface Placing {
  outcomes: AppendOutcome[];
  rows: PlacedRow[];
  head: ChainHead;
}

/** Gives every request of the group its positions; later ones see the keys of earlier ones. */
function placeGroup(
  start: ChainHead,
  group: readonly EncodedRequest[],
  keys: Map<string, KeyHolder>,
): Placing {
  let head = start;
  const rows: PlacedRow[] = [];
  const outcomes = group.map(({ drafts, onRepeat }): AppendOutcome => {
    const placed = placeDrafts(head, drafts, onRepeat, (key) => keys.get(key));
    if (placed.kind === 'repeated') return { ...placed, epoch: head.epoch };
    if (placed.kind === 'key-conflict') return placed;
    const { board, epoch } = head;
    const first = head.seq + 1;
    head = placed.head;
    for (const row of placed.rows) {
      rows.push(row);
      if (row.key !== null) keys.set(row.key, row);
    }
    const { skipped } = placed;
    const entries = appendedEntries(drafts, { board, epoch, first, skipped });
    return { kind: 'appended', epoch, entries, repeated: skipped.length };
  });
  return { outcomes, rows, head };
}

/** Two ways to the database and back: the lock with the keys, the rows with the head. */
async function commitLocked(
  client: PoolClient,
  board: string,
  group: readonly EncodedRequest[],
  send: (query: Promise<unknown>) => void,
): Promise<AppendOutcome[]> {
  const given = group.flatMap(({ drafts }) => drafts.flatMap(({ key }) => key ?? []));
  // The lock on the counter row makes commit order sequence order, on any number of nodes. The keys
  // are asked for behind it, and so looked for when it is held.
  const [found, keys] = await Promise.all([
    findBoard(client, board, 'lock'),
    findKeys(client, board, given),
  ]);
  if (!found) return group.map(() => ({ kind: 'unknown-board' }));
  const { outcomes, rows, head } = placeGroup(found, group, keys);
  if (rows.length > 0) {
    send(insertRows(client, found, rows));
    send(moveHead(client, found.id, head));
  }
  return outcomes;
}

/** Commits the appends of one board that waited together, in one transaction. */
export async function commitGroup(
  connection: Connection,
  board: string,
  group: readonly EncodedRequest[],
): Promise<Settled<AppendOutcome>[]> {
  const outcomes = await connection.transact((client, send) =>
    commitLocked(client, board, group, send),
  );
  return outcomes.map((value) => ({ ok: true, value }));
}
