import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { z } from 'zod';
import { createApp, type Listening } from '../../app.ts';
import type { Parts } from '../../foundation.ts';
import { readConfig } from '../../config/config.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';

export const stewardToken = 'token-of-this-test';

/** A clock that stands where a test puts it. */
export class TestClock {
  #now = Date.parse('2026-06-30T12:00:00Z');
  now(): number {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** Of the body, where it is no text. */
  bytes?: Buffer;
  body: unknown;
}

export interface Call {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
  headers?: Record<string, string>;
  /** `anonymous` sends no token. */
  as?: 'steward' | 'anonymous';
}

/** The body of an answer, which must fit its schema. */
export function read<T extends z.ZodType>(schema: T, { body }: Answered): z.output<T> {
  return schema.parse(body);
}

async function readAnswer(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  const isLines = /ndjson/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson && !isLines ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, bytes, body };
}

/** A real server on a free port, on a ledger in memory unless a test brings another. */
export class TestServer {
  readonly clock: TestClock;
  readonly listening: Listening;
  readonly close: () => Promise<void>;

  private constructor(clock: TestClock, listening: Listening, close: () => Promise<void>) {
    this.clock = clock;
    this.listening = listening;
    this.close = close;
  }

  static async start(
    env: Record<string, string> = {},
    parts: Partial<Omit<Parts, 'clock'>> = {},
    clock = new TestClock(),
  ): Promise<TestServer> {
    // What stands beside the ledger is of one server, too.
    const folder = await mkdtemp(join(tmpdir(), 'board-test-server-'));
    const given = { HOST: '127.0.0.1', PORT: '0', SEED: 'none', STEWARD_TOKEN: stewardToken };
    const outcome = readConfig({ ...given, DATA_DIR: folder, RATE_LIMIT: '1000000', ...env });
    if (outcome.kind === 'bad') throw new Error(outcome.problems.join('; '));
    const log = pino({ level: 'silent' });
    const app = await createApp(outcome.config, {
      ledger: new MemoryLedger(),
      people: { kind: 'memory' },
      log,
      // Whoever closes it has had every answer.
      graceMs: 0,
      ...parts,
      clock,
    });
    return new TestServer(clock, await app.listen(), async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    });
  }

  async call(path: string, call: Call = {}): Promise<Answered> {
    const { body, raw, as = 'steward' } = call;
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = {
      ...(as === 'steward' ? { authorization: `Bearer ${stewardToken}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    };
    const method = call.method ?? (sent === undefined ? 'GET' : 'POST');
    const url = path.startsWith('http') ? path : `${this.listening.url}${path}`;
    const init = { method, headers, ...(sent === undefined ? {} : { body: sent }) };
    return readAnswer(await fetch(url, { ...init, redirect: 'manual' }));
  }

  /** A call below `/api/v1/boards`. */
  board(path: string, call: Call = {}): Promise<Answered> {
    return this.call(`/api/v1/boards${path}`, call);
  }

  /** A board with two sectors, three units and a metric of two decimals. */
  async openWorks(id = 'works', visibility = 'public'): Promise<void> {
    const name = 'Works';
    await this.board('', { body: { id, name, timeZone: 'Europe/Paris', visibility } });
    const put = (path: string, body: object) =>
      this.board(`/${id}/${path}`, { method: 'PUT', body });
    await put('sectors/north', { name: 'North' });
    await put('sectors/south', { name: 'South' });
    for (const [unit, sector] of [
      ['alpha', 'north'],
      ['beta', 'north'],
      ['gamma', 'south'],
    ])
      await put(`units/${unit}`, { name: unit, sector });
    await put('metrics/output', outputMetric);
  }

  post(body: object, key?: string, board = 'works'): Promise<Answered> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    return this.board(`/${board}/results`, { body, headers });
  }
}

export const outputMetric = {
  name: 'Output',
  unitOfMeasure: 't',
  direction: 'higher',
  decimals: 2,
  aggregate: 'best',
};
