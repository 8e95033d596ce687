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

async function commitLocked(
  client: PoolClient,
  board: string,
  group: readonly EncodedRequest[],
): Promise<AppendOutcome[]> {
  // The lock on the counter row makes commit order sequence order, on any number of nodes.
  const found = await findBoard(client, board, 'lock');
  if (!found) return group.map(() => ({ kind: 'unknown-board' }));
  const keys = await findKeys(
    client,
    found.id,
    group.flatMap(({ drafts }) => drafts.flatMap(({ key }) => key ?? [])),
  );
  const { outcomes, rows, head } = placeGroup(found, group, keys);
  if (rows.length > 0) {
    await insertRows(client, found, rows);
    await moveHead(client, found.id, head);
  }
  return outcomes;
}

/** Commits the appends of one board that waited together, in one transaction. */
export async function commitGroup(
  connection: Connection,
  board: string,
  group: readonly EncodedRequest[],
): Promise<Settled<AppendOutcome>[]> {
  const outcomes = await connection.transact((client) => commitLocked(client, board, group));
  return outcomes.map((value) => ({ ok: true, value }));
}
