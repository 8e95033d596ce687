import { ApiProblem, createClient, follow, type BoardClient } from '@emulation/client-sdk';
import type { Happening } from '@emulation/shared';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stewardToken, TestServer } from './testing/test-server.ts';

let server: TestServer;
let steward: BoardClient;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  steward = createClient({ origin: server.listening.url, token: stewardToken });
});
afterAll(() => server.close());

const result = { unit: 'alpha', metric: 'output', value: '12.30' };

it('[SD1] calls answer as the contract says, and a repeated post is the first one', async () => {
  const first = await steward.postResult('works', result, 'shift-1');
  expect(first).toMatchObject({ state: 'provisional', overtakes: [] });
  expect((await steward.postResult('works', result, 'shift-1')).id).toBe(first.id);
  const { results } = await steward.listResults('works', { unit: 'alpha' });
  expect(results.map(({ value }) => value)).toEqual(['12.30']);
});

it('[SD2] what is refused is thrown as a problem with its status, kind and paths', async () => {
  const wrong = steward.postResult('works', { ...result, unit: 'nobody' }, 'shift-2');
  await expect(wrong).rejects.toMatchObject({ status: 404, kind: 'unknown-unit' });
  const anonymous = createClient({ origin: server.listening.url });
  await expect(anonymous.postResult('works', result, 'shift-3')).rejects.toThrow(ApiProblem);
  const nowhere = createClient({ origin: 'http://127.0.0.1:1' });
  await expect(nowhere.listBoards()).rejects.toMatchObject({ status: 0, kind: 'unreachable' });
});

it('[SD3] files go in and out as streams', async () => {
  const header = 'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';
  const csv = `${header}\nNorth,delta,Output,t,higher,2026-06-29,-5,,=1+1\n`;
  const preview = await steward.importFile('works', csv, { preview: true });
  expect(preview).toMatchObject({ added: { units: 1, results: 1 }, problems: [] });
  await steward.importFile('works', csv);
  const table = await steward.exportTable('works', '/results', 'csv', { unit: 'delta' });
  expect(await table.text()).toMatch(/-5\.00.*'=1\+1/);
  const ledger = await (await steward.exportLedger('works', 1)).text();
  expect(ledger.trim().split('\n')).toHaveLength((await steward.readBoard('works')).seq - 1);
});

it('[SD4] a followed board of one actor tells rows and happenings until it is closed', async () => {
  await steward.openBoard({ id: 'hidden', name: 'H', timeZone: 'UTC', visibility: 'private' });
  await steward.put('hidden', 'sectors', 'north', { name: 'North' });
  const rows = new Map<string, ReadonlyMap<string, object>>();
  const told: Happening[] = [];
  const followed = follow(
    {
      origin: server.listening.url,
      token: stewardToken,
      board: 'hidden',
      topics: ['board', 'feed'],
    },
    {
      topic: (topic, now) => rows.set(topic, now),
      happening: (happening) => told.push(happening),
    },
  );
  try {
    await vi.waitFor(() => expect(rows.get('board')?.has('sector:north')).toBe(true), 10_000);
    await steward.put('hidden', 'units', 'line', { name: 'Line', sector: 'north' });
    await vi.waitFor(() => expect(rows.get('board')?.has('unit:line')).toBe(true), 10_000);
    const { name, ...metric } = { name: 'Output', unitOfMeasure: 't', direction: 'higher' };
    const rest = { decimals: 0, aggregate: 'best' };
    await steward.put('hidden', 'metrics', 'output', { name, ...metric, ...rest });
    await steward.postResult('hidden', { unit: 'line', metric: 'output', value: '3' }, 'one');
    await vi.waitFor(() => expect(told.some(({ kind }) => kind === 'record')).toBe(true), 10_000);
    expect(followed.epoch()).toBe((await steward.readBoard('hidden')).epoch);
  } finally {
    followed.close();
  }
});
