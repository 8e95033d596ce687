import { request as httpRequest } from 'node:http';
import { pino } from 'pino';
import { onTestFinished, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { csv, now } from './testing/import-board.ts';

const token = 'steward';
const line = 'North,Line 1,Speed,km/h,higher,2026-06-30,12.5,,';

async function serve() {
  const env = { SEED: 'none', STEWARD_TOKEN: token, HOST: '127.0.0.1', PORT: '0' };
  const config = readConfig(env);
  if (config.kind !== 'read') throw new Error('the configuration is not valid');
  const parts = {
    ledger: new MemoryLedger(),
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
  };
  const app = await createApp(config.config, parts);
  onTestFinished(() => app.close());
  const { url } = await app.listen();
  const api = `${url}/api/v1`;
  const authorization = `Bearer ${token}`;
  const open = await fetch(`${api}/boards`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'plant', name: 'Plant', timeZone: 'UTC', visibility: 'public' }),
  });
  expect(open.status).toBe(201);
  const post = async (
    body: string | undefined,
    headers: Record<string, string> = {},
    query = '',
  ) => {
    const response = await fetch(`${api}/boards/plant/import${query}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/csv', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: await response.json() };
  };
  const seq = async () => {
    const board = (await (await fetch(`${api}/boards/plant`)).json()) as { seq: number };
    return board.seq;
  };
  return { api, post, seq, authorization };
}

/** Sends garbage in chunks to its end, whenever the answer comes. */
async function sendGarbage(api: string, authorization: string, megabytes: number) {
  const chunk = Buffer.alloc(1_048_576, 'q%{"x":[1,2,3]}\n');
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = { authorization, 'content-type': 'text/csv' };
    const sending = httpRequest(`${api}/boards/plant/import`, { method: 'POST', headers });
    sending.on('error', reject);
    const sent = new Promise<void>((done) => sending.on('finish', done));
    sending.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      const status = response.statusCode ?? 0;
      response.on('end', () => void sent.then(() => resolve({ status, body })));
    });
    const send = (left: number) => {
      if (left === 0) sending.end();
      else sending.write(chunk, () => send(left - 1));
    };
    send(megabytes);
  });
}

describe('POST /boards/:board/import', () => {
  it('[IM17] answers what it added', async () => {
    const { post, seq } = await serve();
    const preview = await post(csv(line), {}, '?preview=true');
    expect(preview.status).toBe(200);
    expect(await seq()).toBe(1);
    const answer = await post(csv(line));
    const { header: columns, ...foreseen } = preview.body as { header: string[] };
    expect(columns).toHaveLength(9);
    expect(answer).toMatchObject({ status: 200, body: { ...foreseen, seq: 7 } });
    expect(answer.body).toEqual({
      seq: 7,
      added: { sectors: 1, units: 1, metrics: 1, results: 1 },
      duplicates: 0,
      records: 3,
      lines: 1,
      problems: [],
    });
  });

  it('[IM9] bad lines are a problem document that names each; nothing is added', async () => {
    const { post, seq } = await serve();
    const answer = await post(csv(line, line.replace('12.5', 'fast'), line));
    expect(answer.status).toBe(400);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      kind: 'invalid',
      detail: 'The file has one problem; nothing was added.',
      errors: [{ line: 3, path: 'line 3, value' }],
    });
    expect(await seq()).toBe(1);
  });

  it('[IM8] other content types, JSON among them, and compressed bodies are 415', async () => {
    const { post } = await serve();
    const json = await post('{}', { 'content-type': 'application/json' });
    expect(json).toMatchObject({ status: 415, body: { kind: 'wrong-content-type' } });
    const packed = await post(csv(line), { 'content-encoding': 'gzip' });
    expect(packed).toMatchObject({ status: 415, body: { kind: 'wrong-content-type' } });
    expect((await post(csv(line), { 'content-type': 'text/csv; charset=utf-8' })).status).toBe(200);
    expect((await post(csv(line), { 'content-type': 'text/plain' })).status).toBe(200);
  });

  it('[IM8] an announced body above 64 MiB is 413; one above 1 MiB is taken', async () => {
    const { post, seq } = await serve();
    const large = await post('x'.repeat(64 * 1024 * 1024 + 1));
    expect(large).toMatchObject({ status: 413, body: { kind: 'too-large' } });
    expect(await seq()).toBe(1);
    const rows = Array.from({ length: 30_000 }, () => line);
    expect(await post(csv(...rows))).toMatchObject({
      status: 200,
      body: { added: { results: 30_000 } },
    });
  });

  it('[IM7] a stream of 100 MB of garbage is taken to its end, gets a clear list, and the server goes on', async () => {
    const { api, authorization, post, seq } = await serve();
    const answer = await sendGarbage(api, authorization, 100);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ line: 1, path: 'line 1' }] });
    expect(await seq()).toBe(1);
    expect((await post(csv(line))).status).toBe(200);
  });

  it('[IM20] only a steward imports; an unknown board is 404, an unknown option 400', async () => {
    const { api, post } = await serve();
    const headers = { 'content-type': 'text/csv' };
    const anonymous = { method: 'POST', headers, body: csv(line) };
    expect((await fetch(`${api}/boards/plant/import`, anonymous)).status).toBe(401);
    expect((await fetch(`${api}/boards/nowhere/import`, anonymous)).status).toBe(404);
    expect((await post(csv(line), {}, '?preview=yes')).status).toBe(400);
    expect((await post('')).status).toBe(400);
    expect(await post(undefined)).toMatchObject({ status: 400 });
  });
});
