import {
  applyToSights,
  createSights,
  publicPosition,
  type Fact,
  type Happening,
} from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqliteShelf } from '../machines/sqlite/sqlite-shelf.ts';
import type { ToldBoard } from './sender-deps.ts';
import { TellingRound } from './telling-round.ts';

let folder: string;
let shelf: SqliteShelf;
let sights: ReturnType<typeof createSights>;
let sent: Happening[];
let isReachable: boolean;

function add(fact: Fact): void {
  const seq = sights.full.seq + 1;
  const at = new Date(Date.UTC(2026, 5, 1, 12, 0, seq)).toISOString();
  applyToSights(sights, { board: 'plant', epoch: 'one', seq, at, actor: 'test', fact });
}
const post = (unit: string, value: string, sector = 'north') =>
  add({
    type: 'result.posted',
    metric: 'output',
    unit,
    value,
    sector,
    achievedAt: '2026-05-01',
  });
const move = (to: 'pledging' | 'running' | 'frozen' | 'closed') =>
  add({ type: 'drive.moved', id: 'spring', to });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webhook-freeze-'));
  shelf = new SqliteShelf(join(folder, 'machines.sqlite'));
  sights = createSights('plant');
  sent = [];
  isReachable = true;
  add({ type: 'board.opened', name: 'Plant', timeZone: 'UTC', visibility: 'public' });
  for (const id of ['north', 'south']) add({ type: 'sector.put', id, name: id });
  add({ type: 'unit.put', id: 'ada', name: 'Ada', sector: 'north' });
  add({ type: 'unit.put', id: 'cy', name: 'Cy', sector: 'south' });
  add({
    type: 'metric.put',
    id: 'output',
    name: 'Output',
    unitOfMeasure: 't',
    direction: 'higher',
    decimals: 0,
    aggregate: 'best',
    recordsPer: 'instant',
  });
  const hook = { id: 'hall', name: 'Hall', origin: 'https://hall.example', kept: 'address' };
  add({ type: 'webhook.put', ...hook, kinds: ['record'], format: 'json', isOn: true });
  const address = { url: 'https://hall.example/x', secret: 'whsec_c2VjcmV0' };
  await shelf.put('webhook-address', 'plant', 'address', JSON.stringify(address));
  const tasks = [{ id: 'more', metric: 'output', target: '900', weight: '1', baseline: '0' }];
  add({
    type: 'drive.put',
    id: 'spring',
    name: 'Spring',
    from: '2026-06-01',
    to: '2026-06-30',
    graceHours: 24,
    eligible: { sectors: ['north'] },
    tasks: tasks.map((task) => ({ ...task, aggregate: 'best' as const })),
    scoring: { kind: 'fulfilment', capPercent: 150 },
  });
  move('pledging');
  move('running');
});
afterEach(async () => {
  await shelf.close();
  rmSync(folder, { recursive: true });
});

const host: ToldBoard = {
  board: 'plant',
  get state() {
    return sights.full;
  },
  get publicState() {
    return sights.public;
  },
  publicPosition: (seq) => publicPosition(sights, seq),
  commit: async () => undefined,
};

/** What a pass of the sender tells, as `value scope`. */
async function tell(): Promise<string[]> {
  const before = sent.length;
  const round = new TellingRound(
    {
      boards: { all: () => [host], get: () => host, onEvent: () => () => undefined },
      shelf,
      clock: { now: () => Date.UTC(2026, 6, 1) },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      publicUrl: undefined,
      reach: async ({ body }) => {
        if (!isReachable) return { kind: 'unreached', why: 'test' };
        sent.push((JSON.parse(body) as { data: Happening }).data);
        return { kind: 'answered', status: 200, text: '' };
      },
    },
    { board: 'plant', id: 'hall', mayGoOn: async () => true },
  );
  await round.run();
  return sent
    .slice(before)
    .map((one) => (one.kind === 'record' ? `${one.value} ${one.scope}` : ''));
}

const whole = (value: string) => ['board', 'sector', 'unit'].map((scope) => `${value} ${scope}`);

it('[WH8] while a drive hides results only what everybody sees is told, and the rest when it is revealed', async () => {
  post('ada', '10');
  expect(await tell()).toEqual(whole('10'));
  move('frozen');
  post('ada', '20');
  post('cy', '5', 'south');
  expect(await tell()).toEqual(['5 sector', '5 unit']);
  expect(sent.at(-1)?.epoch).toContain('~');
  post('ada', '30');
  post('cy', '7', 'south');
  expect(await tell()).toEqual(['7 sector', '7 unit']);
  move('closed');
  expect(await tell()).toEqual([]);
  add({ type: 'drive.moved', id: 'spring', to: 'finalised' });
  expect(sights.public).toBe(sights.full);
  // What was hidden, once, and nothing again of what was told already.
  expect(await tell()).toEqual([...whole('20'), ...whole('30')]);
  post('cy', '8', 'south');
  expect(await tell()).toEqual(['8 sector', '8 unit']);
});

it('[WH8] a receiver that was away during the freeze gets everything afterwards, once', async () => {
  post('ada', '10');
  await tell();
  move('frozen');
  post('cy', '5', 'south');
  post('ada', '20');
  move('closed');
  add({ type: 'drive.moved', id: 'spring', to: 'finalised' });
  expect(await tell()).toEqual(['5 sector', '5 unit', ...whole('20')]);
});

it('[WH7] whoever dies after sending and before noting it sends the same again, under the same id', async () => {
  post('ada', '10');
  const put = shelf.put.bind(shelf);
  let puts = 0;
  shelf.put = async (...what) => {
    // The first notes where it begins, the second that the first message was delivered.
    if (++puts === 2) throw new Error('killed');
    return put(...what);
  };
  await expect(tell()).rejects.toThrow('killed');
  shelf.put = put;
  expect(await tell()).toEqual(whole('10'));
  const ids = sent.map(({ epoch, seq, n }) => `${epoch}:${seq}:${n}`);
  expect(ids[1]).toBe(ids[0]);
});
