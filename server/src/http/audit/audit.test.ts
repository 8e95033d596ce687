import { auditAnswerSchema, chainAnswerSchema, tokenMadeAnswerSchema } from '@emulation/shared';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'board-audit-'));
  server = await TestServer.start({ DATA_DIR: dataDir });
  await server.openWorks();
});

afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const audit = async (query = '') =>
  read(auditAnswerSchema, await server.board(`/works/audit${query}`));

describe('the audit trail', () => {
  it('[AU1] tells every act with its actor, time and place in the chain, newest first, in pages', async () => {
    const whole = await audit();
    expect(whole.rows.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(whole).not.toHaveProperty('next');
    expect(whole.rows[0]).toMatchObject({ kind: 'metric.put', actor: 'steward:token' });
    for (const [at, row] of whole.rows.entries())
      expect(row.prev).toBe(whole.rows[at + 1]?.hash ?? '0'.repeat(64));
    const first = await audit('?limit=3');
    expect(first).toMatchObject({ next: 5, rows: whole.rows.slice(0, 3) });
    expect((await audit('?limit=3&before=5')).rows).toEqual(whole.rows.slice(3, 6));
    expect((await audit('?limit=3&before=2')).rows).toEqual(whole.rows.slice(6));
  });

  it('[AU1] is searched by who, kind, time and text', async () => {
    const kinds = async (query: string) => (await audit(query)).rows.map(({ kind }) => kind);
    expect(await kinds('?kind=sector')).toEqual(['sector.put', 'sector.put']);
    expect(await kinds('?kind=metric.put')).toEqual(['metric.put']);
    expect(await kinds('?text=GAMMA')).toEqual(['unit.put']);
    expect(await kinds('?who=nobody')).toEqual([]);
    expect(await kinds('?who=steward&from=2026-07-01T00:00:00Z')).toEqual([]);
    expect(await kinds('?to=2026-07-01T00:00:00Z')).toHaveLength(7);
    expect((await server.board('/works/audit?from=yesterday')).status).toBe(400);
  });

  it('[AU1] a machine is told by the name of its token', async () => {
    const body = { name: 'Press 7', right: 'post' };
    const made = await server.board('/works/tokens', { body });
    const { secret } = read(tokenMadeAnswerSchema, made);
    await server.board('/works/results', {
      ...{ as: 'anonymous', headers: { authorization: `Bearer ${secret}` } },
      body: { unit: 'alpha', metric: 'output', value: 1 },
    });
    const { rows } = await audit('?who=press');
    expect(rows).toMatchObject([{ kind: 'result.posted', name: 'Press 7' }]);
  });

  it('[AU2] is for stewards alone, and a file holds what the list holds', async () => {
    for (const path of ['', '.csv', '.xlsx', '/verification'])
      expect((await server.board(`/works/audit${path}`, { as: 'anonymous' })).status).toBe(401);
    const file = await server.board('/works/audit.csv?kind=sector');
    const lines = file.text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^seq,received_at,actor,name,kind,address,browser,fact,hash$/);
    expect((await server.board('/works/audit.xlsx')).status).toBe(200);
  });

  it('[AU8] all acts stand in either order, page by page, and a file holds what is filtered', async () => {
    const oldest = await audit('?order=oldest&limit=3');
    expect(oldest.rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(oldest.next).toBe(3);
    const rest = await audit('?order=oldest&limit=4&after=3');
    expect(rest.rows.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
    expect(rest).not.toHaveProperty('next');
    const file = await server.board('/works/audit.csv?order=oldest&kind=sector&who=steward');
    const [, ...lines] = file.text.trim().split('\r\n');
    expect(lines.map((line) => Number(line.split(',')[0]))).toEqual([2, 3]);
    expect((await server.board('/works/audit?order=sideways')).status).toBe(400);
  });

  it('[AU8] days are those of the board, the last one whole', async () => {
    const [row] = (await audit('?limit=1')).rows;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(
      new Date(row?.at ?? 0),
    );
    expect((await audit(`?from=${day}&to=${day}`)).rows).toHaveLength(7);
    expect((await audit('?from=1999-01-01&to=1999-12-31')).rows).toEqual([]);
    expect((await server.board('/works/audit?to=1999-02-30')).status).toBe(400);
  });

  it('[AU3] says where an act came from, which the ledger never holds', async () => {
    const headers = { 'user-agent': 'A phone of the hall' };
    await server.board('/works/sectors/east', { method: 'PUT', body: { name: 'East' }, headers });
    const [row] = (await audit('?text=phone of the hall')).rows;
    expect(row).toMatchObject({ seq: 8, address: '127.0.0.1', agent: 'A phone of the hall' });
    expect((await server.board('/works/ledger')).text).not.toContain('phone of the hall');
  });

  it('[AU5] the chain is verified part by part up to its head', async () => {
    const whole = read(chainAnswerSchema, await server.board('/works/audit/verification'));
    const [last] = (await audit('?limit=1')).rows;
    expect(whole).toEqual({ ok: true, seq: 7, head: 7, hash: last?.hash });
    const rest = read(chainAnswerSchema, await server.board('/works/audit/verification?since=4'));
    expect(rest).toEqual(whole);
  });
});
