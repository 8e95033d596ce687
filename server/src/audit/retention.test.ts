import { createPrivacyRules } from '@emulation/shared';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { quietLog } from '../ledger/testing/stores.ts';
import { OriginDesk } from './origin-desk.ts';
import { OriginRetention } from './retention.ts';
import { SqliteOrigins } from './sqlite/sqlite-origins.ts';

let folder: string;
let origins: OriginDesk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retention-'));
  const kept = new SqliteOrigins(join(folder, 'origins.sqlite'));
  origins = new OriginDesk({ origins: kept, log: quietLog });
});
afterEach(async () => {
  await origins.close();
  await rm(folder, { recursive: true });
});

const day = (number: number) => `2026-06-${String(number).padStart(2, '0')}T08:00:00.000Z`;

function note(board: string, seq: number, actor: string): void {
  const fact = { type: 'sector.put', id: 'north', name: 'North' } as const;
  const entry = { board, epoch: 'e', seq, at: day(seq), actor, fact };
  origins.note([entry], { address: '192.0.2.1', agent: 'A browser' });
}

it('[PV4] each board keeps origins for its own time, and none of whom it erased', async () => {
  for (const seq of [1, 10, 20]) note('plant', seq, 'steward:token');
  for (const seq of [1, 20]) note('office', seq, 'steward:token');
  note('office', 21, 'leader:ann');
  const boardOf = (board: string, originsDays: number, erased: [string, string][] = []) => ({
    board,
    state: {
      books: {
        privacy: { ...createPrivacyRules(), originsDays },
        members: { erased: new Map(erased) },
      },
    },
  });
  const boards = [boardOf('plant', 15), boardOf('office', 2, [['ann', day(21)]])];
  const clock = { now: () => Date.parse(day(21)) };
  const retention = new OriginRetention({
    ...{ boards: { all: () => boards }, origins, clock, log: quietLog },
  });
  await retention.look();
  const firsts = async (board: string) =>
    (await origins.find(board, 1, 99)).map(({ first }) => first).toSorted((a, b) => a - b);
  expect(await firsts('plant')).toEqual([10, 20]);
  expect(await firsts('office')).toEqual([20]);
});
