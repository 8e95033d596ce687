import type { PoolClient } from 'pg';
import { adoptedRow, assertAdopted, type AdoptedRow } from '../adopted.ts';
import { chainStart } from '../hash-chain.ts';
import type { StoredEntry } from '../ledger.ts';
import { insertRows, moveHead } from './board-rows.ts';

/** Rows of one epoch after another: one statement takes rows of one epoch. */
function* runsOf(rows: readonly AdoptedRow[]): Generator<AdoptedRow[]> {
  let run: AdoptedRow[] = [];
  for (const row of rows) {
    if (run.length > 0 && run[0]?.epoch !== row.epoch) {
      yield run;
      run = [];
    }
    run.push(row);
  }
  if (run.length > 0) yield run;
}

/** Writes a whole board, page by page, within the transaction of its caller. */
export async function adoptRows(
  client: PoolClient,
  { board, epoch }: { board: string; epoch: string },
  pages: AsyncIterable<readonly StoredEntry[]>,
): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO boards (board, epoch, seq, hash) VALUES ($1, $2, 0, $3) RETURNING id',
    [board, epoch, chainStart],
  );
  const id = rows[0]?.id ?? 0;
  let head = { board, epoch, seq: 0, hash: chainStart };
  for await (const page of pages) {
    for (const run of runsOf(page.map(adoptedRow))) {
      await insertRows(client, { id, epoch: run[0]?.epoch ?? epoch }, run);
      const last = run.at(-1);
      if (last) head = { ...head, seq: last.seq, hash: last.hash };
    }
  }
  assertAdopted(head.seq);
  await moveHead(client, id, head);
}
