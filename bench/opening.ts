import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@emulation/shared';
import { BoardRegistry } from '../server/src/board/registry.ts';
import { createLedger } from '../server/src/ledger/create-ledger.ts';
import type { Ledger } from '../server/src/ledger/ledger.ts';
import { createLocalRelay } from '../server/src/relay/local/local-relay.ts';
import { quietLog } from './quiet-log.ts';
import { resultFacts, vocabularyFacts } from './large-board.ts';
import type { BenchRow } from './row.ts';

const results = 1_000_000;
const batch = 50_000;

function* drafts(facts: Iterable<Fact>) {
  const at = new Date().toISOString();
  for (const fact of facts) yield { fact, actor: 'bench', at };
}

async function fill(ledger: Ledger): Promise<void> {
  const [opening, ...vocabulary] = drafts(vocabularyFacts());
  if (!opening) return;
  await ledger.open('large', 'bench', opening);
  const append = (some: typeof vocabulary) =>
    ledger.append({ board: 'large', drafts: some, onRepeat: 'refuse' });
  await append(vocabulary);
  let waiting: typeof vocabulary = [];
  for (const draft of drafts(resultFacts(results))) {
    waiting.push(draft);
    if (waiting.length < batch) continue;
    await append(waiting);
    waiting = [];
  }
}

/** Opens every board of the ledger as a starting server does; ms, and whether all is there. */
async function open(dataDir: string): Promise<{ ms: number; seq: number }> {
  const begun = performance.now();
  const ledger = await createLedger({ dataDir, databaseUrl: undefined, log: quietLog });
  const relay = createLocalRelay({ log: quietLog });
  const clock = { now: () => Date.now() };
  const registry = new BoardRegistry({ ledger, relay, clock, log: quietLog });
  await registry.start();
  const ms = performance.now() - begun;
  const seq = registry.get('large')?.state.seq ?? 0;
  // Closing leaves a snapshot behind: the next opening finds it.
  await registry.close();
  await relay.close();
  await ledger.close();
  return { ms, seq };
}

/** A board of 1,000,000 results on SQLite: opened from a snapshot, and from its entries alone. */
export async function benchOpening(): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'board-bench-'));
  try {
    const ledger = await createLedger({ dataDir, databaseUrl: undefined, log: quietLog });
    await fill(ledger);
    await ledger.close();
    const nothing = await open(dataDir);
    const snapshot = await open(dataDir);
    if (snapshot.seq !== nothing.seq || snapshot.seq < results)
      throw new Error(`opened at ${snapshot.seq}, expected ${nothing.seq}`);
    return [
      {
        what: 'opening 1,000,000 results from a snapshot, against from nothing',
        measured: `${(snapshot.ms / 1000).toFixed(2)} s`,
        against: `${(nothing.ms / 1000).toFixed(2)} s`,
        ratio: snapshot.ms / nothing.ms,
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
