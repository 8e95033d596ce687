import type { Fact } from '@emulation/shared';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { quietLog } from '../ledger/testing/stores.ts';
import { FileUploads } from './file/file-uploads.ts';
import { UploadTidy } from './tidy.ts';

const dayMs = 24 * 3_600_000;
const at = '2026-06-01T08:00:00.000Z';
const actor = 'steward:token';
const bytes = { full: Uint8Array.from([1, 2]), small: Uint8Array.from([1]) };
const idOf = (digit: string) => digit.repeat(64);

let folder: string;
let uploads: FileUploads;
let ledger: MemoryLedger;
let later: number;
let tidy: UploadTidy;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidy-'));
  uploads = new FileUploads(folder);
  ledger = new MemoryLedger();
  later = 0;
  const clock = { now: () => Date.now() + later };
  tidy = new UploadTidy({ uploads, ledger, clock, log: quietLog });
  for (const board of ['plant', 'office']) {
    const fact: Fact = {
      type: 'board.opened',
      name: board,
      timeZone: 'UTC',
      visibility: 'public',
    };
    await ledger.open(board, 'first', { fact, actor, at });
  }
});
afterEach(async () => {
  await tidy.stop();
  await rm(folder, { recursive: true });
});

const append = (board: string, ...facts: Fact[]) =>
  ledger.append({
    board,
    drafts: facts.map((fact) => ({ fact, actor, at })),
    onRepeat: 'refuse',
  });
const keep = async (digits: string, board = 'plant') => {
  for (const digit of digits) await uploads.keep(board, idOf(digit), bytes);
};
const kept = async (board = 'plant') => {
  const ids = (await uploads.list(board)).map(({ id }) => id.slice(0, 1));
  return ids.sort().join('');
};
const shown = (digit: string): Fact => ({
  type: 'result.posted',
  unit: 'alpha',
  metric: 'output',
  value: '1',
  achievedAt: at,
  sector: 'north',
  pictures: [idOf(digit)],
});

it('[EX39] a picture that no fact names goes after seven days, and none before', async () => {
  await keep('ab');
  await append('plant', shown('a'));
  later = 7 * dayMs - 60_000;
  await tidy.look();
  expect(await kept()).toBe('ab');
  later = 7 * dayMs + 60_000;
  await tidy.look();
  expect(await kept()).toBe('a');
});

it('[EX39] what any fact named stays: annulled, replaced or said of a result, and named since', async () => {
  await keep('abcdef');
  await append(
    'plant',
    shown('a'),
    { type: 'result.annulled', result: 2, reason: 'misread' },
    { type: 'look.put', logo: { id: idOf('b'), width: 1, height: 1 } },
    { type: 'look.put' },
    { type: 'result.attested', result: 2, unit: 'beta', evidence: [{ picture: idOf('c') }] },
  );
  later = 8 * dayMs;
  await tidy.look();
  expect(await kept()).toBe('abc');
  await keep('d');
  await append('plant', shown('d'));
  later = 16 * dayMs;
  await tidy.look();
  expect(await kept()).toBe('abcd');
});

it('[EX39] a picture belongs to its board, and after a restore the facts are read anew', async () => {
  await keep('a');
  await keep('a', 'office');
  await append('plant', shown('a'));
  later = 8 * dayMs;
  await tidy.look();
  expect([await kept(), await kept('office')]).toEqual(['a', '']);
  await ledger.rewind('plant', { epoch: 'first', toSeq: 1, newEpoch: 'second' });
  await tidy.look();
  expect(await kept()).toBe('');
});
