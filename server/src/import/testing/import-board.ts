import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { BoardRegistry } from '../../board/registry.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import type { Log } from '../../log.ts';
import { createLocalRelay } from '../../relay/local/local-relay.ts';
import type { ImportAnswer } from '../answer.ts';
import { readFile } from '../file-reader.ts';
import { ImportDesk } from '../import-desk.ts';
import type { ProblemRow } from '../line-problem.ts';
import type { Fact } from '@emulation/shared';

export const header =
  'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';
/** Noon of 2026-07-01 in Paris. */
export const now = Date.parse('2026-07-01T10:00:00Z');

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export function csv(...lines: string[]): string {
  return [header, ...lines, ''].join('\n');
}

export function readMilk(): string {
  return readFileSync(new URL('us-milk.csv', import.meta.url), 'utf8');
}

export function readDemo(name: 'sncf_tgv_36_months.csv' | 'sncf_tgv.csv.gz'): Buffer {
  const bytes = readFileSync(new URL(`../../../../data/demo/${name}`, import.meta.url));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** An empty board on a real registry and ledger, and imports into it. */
export async function openImportBoard() {
  const ledger = new MemoryLedger();
  const clock = { now: () => now };
  const registry = new BoardRegistry({ ledger, relay: createLocalRelay({ log }), clock, log });
  await registry.start();
  onTestFinished(() => registry.close());
  const body = {
    id: 'plant',
    name: 'Plant',
    timeZone: 'Europe/Paris',
    visibility: 'public',
  } as const;
  await registry.openBoard(body, 'steward:token');
  const host = registry.get('plant');
  if (!host) throw new Error('the board was not opened');
  const desk = new ImportDesk(ledger);

  const receive = async (text: string | Buffer) => {
    const outcome = await readFile(Readable.from([Buffer.from(text)]), host.state.zone, now);
    if (outcome.kind !== 'read') throw new Error(outcome.kind);
    return { host, file: outcome.file, actor: 'steward:token', now };
  };
  return {
    ledger,
    host,
    registry,
    preview: async (text: string | Buffer) => desk.preview(await receive(text)),
    /** The answer; an import that is refused fails the test. */
    add: async (text: string | Buffer): Promise<ImportAnswer> => {
      const outcome = await desk.import(await receive(text));
      if (outcome.kind === 'imported') return outcome.answer;
      const why = outcome.kind === 'refused' ? outcome.problems.list().slice(0, 5) : [];
      throw new Error(`${outcome.kind}: ${JSON.stringify(why)}`);
    },
    refused: async (text: string | Buffer): Promise<ProblemRow[]> => {
      const outcome = await desk.import(await receive(text));
      return outcome.kind === 'refused' ? outcome.problems.list() : [];
    },
    put: async (...facts: Fact[]) => {
      const at = new Date(now).toISOString();
      await host.commit(
        facts.map((fact) => ({ fact, actor: 'steward:token', at })),
        'refuse',
      );
    },
    facts: async () => (await ledger.read('plant', 0, 100_000)).map(({ fact }) => fact),
  };
}
