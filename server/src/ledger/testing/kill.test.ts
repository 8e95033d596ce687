import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../create-ledger.ts';
import type { Ledger } from '../ledger.ts';
import { verifyChain } from '../verify-chain.ts';
import { draftOf } from './drafts.ts';
import { durableEngines, type LedgerPlace } from './engines.ts';
import { quietLog } from './stores.ts';

const rounds = 10;
const child = fileURLToPath(new URL('./appending-child.ts', import.meta.url));

interface Told {
  tried: Set<string>;
  acknowledged: Map<string, number>;
}

/** Lets a process append until it has had `answers`, and kills it in the middle of the next ones. */
async function appendUntilKilled(store: LedgerPlace, round: number, told: Told): Promise<void> {
  const args = [child, store.dataDir, store.databaseUrl ?? '', String(round)];
  const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(process_, 'exit');
  let answers = 50 + Math.floor(Math.random() * 400);
  for await (const line of createInterface(process_.stdout)) {
    const [word, key = '', seq] = line.split(' ');
    if (word === 'try') told.tried.add(key);
    // The last line may have been cut in two.
    else if (word === 'ack' && told.tried.has(key)) told.acknowledged.set(key, Number(seq));
    answers -= word === 'ack' ? 1 : 0;
    if (answers === 0) process_.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
}

async function expectEachAcknowledgedOnce(ledger: Ledger, { acknowledged }: Told): Promise<void> {
  const entries = await ledger.readStored('plant', 0, 100_000);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  const keys = entries.flatMap(({ key }) => (key === undefined ? [] : [key]));
  expect(new Set(keys).size).toBe(keys.length);
  const lost = [...acknowledged].filter(([key, seq]) => entries[seq - 1]?.key !== key);
  expect(lost).toEqual([]);
  expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true });
}

describe.each(Object.entries(durableEngines))('kill -9 on %s', (_, createStore) => {
  it('[LG23] a process killed under load leaves every acknowledged entry once, and no gap', async () => {
    const store = await createStore();
    const told: Told = { tried: new Set(), acknowledged: new Map() };
    for (let round = 0; round < rounds; round += 1) {
      await appendUntilKilled(store, round, told);
      const ledger = await createLedger({ ...store, log: quietLog });
      await expectEachAcknowledgedOnce(ledger, told);
      await ledger.close();
    }
    const ledger = await createLedger({ ...store, log: quietLog });
    const unanswered = [...told.tried].filter((key) => !told.acknowledged.has(key));
    expect(unanswered.length).toBeGreaterThan(0);
    // Stored or not, asking again with the key makes it so exactly once.
    for (const key of unanswered) {
      const drafts = [draftOf(Number(key.split(':')[2]), key, 'body')];
      const outcome = await ledger.append({ board: 'plant', drafts, onRepeat: 'refuse' });
      if (outcome.kind === 'repeated') told.acknowledged.set(key, outcome.seq);
      else if (outcome.kind === 'appended')
        told.acknowledged.set(key, outcome.entries[0]?.seq ?? 0);
    }
    expect(told.acknowledged.size).toBe(told.tried.size);
    await expectEachAcknowledgedOnce(ledger, told);
    await ledger.close();
    await store.clean();
  });
});
