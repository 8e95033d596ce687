import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fact } from '@emulation/shared';
import { createLedger } from '../server/src/ledger/create-ledger.ts';
import type { Ledger } from '../server/src/ledger/ledger.ts';
import { quietLog } from './quiet-log.ts';
import { resultFacts, vocabularyFacts } from './large-board.ts';
import type { BenchRow } from './row.ts';

const results = 1_000_000;
const batch = 50_000;
const aim = { seconds: 2, mib: 400 };
const run = promisify(execFile);

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

interface Opened {
  ms: number;
  /** Memory in use when all was open. */
  mib: number;
  seq: number;
}

/** In a process of its own: what filled the ledger is in nobody's memory. */
async function open(dataDir: string): Promise<Opened> {
  const script = new URL('./open-once.ts', import.meta.url).pathname;
  const { stdout } = await run(process.execPath, [script, dataDir]);
  // The script's own words.
  return JSON.parse(stdout) as Opened;
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
      {
        what: 'opening 1,000,000 results from a snapshot, against the target',
        measured: `${(snapshot.ms / 1000).toFixed(2)} s`,
        against: `${aim.seconds} s`,
        ratio: snapshot.ms / 1000 / aim.seconds,
        aim: { atMost: 1 },
      },
      {
        what: 'memory of a process that has opened them, against the target',
        measured: `${Math.round(snapshot.mib)} MiB`,
        against: `${aim.mib} MiB`,
        ratio: snapshot.mib / aim.mib,
        aim: { atMost: 1 },
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
