import { displayLimits, type DisplayReport, type ShownRecord } from '@emulation/shared';
import { expect, it } from 'vitest';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { Displays } from './displays.ts';
import { quantilesOf } from './quantiles.ts';
import { ReceiptBook } from './receipt-book.ts';
import { WallBook } from './wall-book.ts';

const relay = () => createLocalRelay({ log: recordingLog() });
const clock = { now: () => Date.parse('2026-06-30T12:00:00Z') };
const lineOf = () => ({ tell: async () => ({ ok: true as const }) });
const idOf = (at: number) => `wall${String(at).padStart(12, '0')}`;

const record = (seq: number, scope: 'board' | 'sector', value = '1'): ShownRecord => ({
  kind: 'record',
  board: 'plant',
  epoch: 'e',
  seq,
  n: 1,
  at: new Date(seq * 1000).toISOString(),
  metric: 'output',
  unit: 'ada',
  partners: [],
  sector: 'north',
  value,
  achievedAt: '2026-06-01',
  result: `r${seq}`,
  scope,
  how: 'broken',
  breakthrough: false,
  previous: { value: '0', achievedAt: '2026-05-01', holders: ['bo'], result: 'r0' },
  provisional: true,
});

const report = (id: string): DisplayReport => ({
  board: 'plant',
  id,
  build: 'b',
  scene: 'pulse',
  screen: { width: 1, height: 1 },
});

it('[DP10] strangers cannot crowd out walls: those that were named always have their place', () => {
  const displays = new Displays({ relay: relay(), clock, build: 'b' });
  const lines = Array.from({ length: displayLimits.displays }, lineOf);
  for (const [at, line] of lines.entries())
    expect(displays.report(line, report(idOf(at)), false)).toBe('heard');
  expect(displays.report(lineOf(), report(idOf(9000)), false)).toBe('too-many');
  expect(displays.report(lineOf(), report(idOf(9001)), true)).toBe('heard');
  const [first] = lines;
  if (!first) throw new Error('there are some');
  expect(displays.report(first, report(idOf(0)), false)).toBe('heard');
  displays.leave(first, { board: 'plant', id: idOf(0) });
  displays.leave(lines[1] ?? first, { board: 'plant', id: idOf(1) });
  expect(displays.report(lineOf(), report(idOf(9000)), false)).toBe('heard');
  expect(displays.walls('plant')).toHaveLength(displayLimits.displays + 2);
  displays.close();
});

it('[DP10] two windows of one id are one wall: it is there until the last one leaves', async () => {
  const displays = new Displays({ relay: relay(), clock, build: 'b' });
  const [one, two] = [lineOf(), lineOf()];
  for (const line of [one, two]) displays.report(line, report(idOf(1)), false);
  displays.leave(one, { board: 'plant', id: idOf(1) });
  expect(displays.status('plant', idOf(1))?.online).toBe(true);
  expect(await displays.command('plant', idOf(1), { kind: 'reload' })).toEqual({ kind: 'done' });
  displays.leave(two, { board: 'plant', id: idOf(1) });
  expect(displays.status('plant', idOf(1))?.online).toBe(false);
  displays.close();
});

it('[DP12] walls of a node that fell silent are not there; of what nodes say the newest counts', () => {
  const book = new WallBook();
  const status = (online: boolean, since: string) => ({ ...report(idOf(1)), online, since });
  const { board: _, ...wall } = status(true, '2026-06-30T10:00:00Z');
  book.note('plant', 'there', wall, 1000);
  book.note('plant', 'here', { ...wall, online: false, since: '2026-06-30T11:00:00Z' }, 1000);
  expect(book.get('plant', idOf(1))?.online).toBe(true);
  expect(book.nodesOf('plant', idOf(1))).toEqual(['there']);
  expect([...book.sweep('here', 500, 'now')]).toEqual([]);
  expect([...book.sweep('here', 2000, '2026-06-30T12:00:00Z')]).toEqual(['plant']);
  expect(book.get('plant', idOf(1))).toMatchObject({
    online: false,
    since: '2026-06-30T12:00:00Z',
  });
});

it('[DP10] of walls that left only the newest are remembered', () => {
  const book = new WallBook();
  for (let at = 0; at < displayLimits.displays * 2 + 10; at++) {
    const { board: _, ...wall } = report(idOf(at));
    const since = new Date(at * 1000).toISOString();
    book.note('plant', 'here', { ...wall, online: at < 5, since }, 0);
  }
  const kept = book.all('plant').map(({ id }) => id);
  expect(kept).toHaveLength(displayLimits.displays * 2);
  expect(kept).toContain(idOf(0));
  expect(kept).not.toContain(idOf(5));
  expect(kept).toContain(idOf(displayLimits.displays * 2 + 9));
});

it('[DP13] half are at most p50, and all but one in a hundred at most p99', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantilesOf(hundred)).toEqual({ p50: 50, p99: 99 });
  expect(quantilesOf([7])).toEqual({ p50: 7, p99: 7 });
  expect(quantilesOf([1, 1000])).toEqual({ p50: 1, p99: 1000 });
  expect(quantilesOf([])).toBeNull();
});

it('[DP13] receipts are kept for the newest records only, and the widest names the position', () => {
  const book = new ReceiptBook();
  const last = displayLimits.receipts + 50;
  for (let seq = 1; seq <= last; seq++) {
    const seen = { now: seq * 1000, connected: [idOf(1)] };
    book.announce('plant', 'here', record(seq, 'sector'), seen);
    book.announce('plant', 'here', record(seq, 'board', '2'), seen);
  }
  const receipts = book.list('plant', 5_000);
  expect(receipts).toHaveLength(displayLimits.receipts);
  expect(receipts[0]).toMatchObject({ seq: last, value: '2', connected: 1, shown: 0, later: 0 });
  expect(receipts[0]?.sinceAnnounced).toBeNull();
  const known = {
    epoch: 'e',
    sinceArrivalMs: 1,
    shownAt: new Date(last * 1000 + 250).toISOString(),
  };
  expect(book.shown('plant', 'here', idOf(1), { ...known, seq: 1 })).toBe(false);
  expect(book.shown('plant', 'here', idOf(1), { ...known, seq: last })).toBe(true);
  expect(book.list('plant', 1)[0]?.sinceAnnounced).toEqual({ p50: 250, p99: 250 });
});

it('[DP13] of hundreds of walls receipts are kept for fewer records', () => {
  const book = new ReceiptBook();
  const connected = Array.from({ length: 500 }, (_, at) => idOf(at));
  for (let seq = 1; seq <= 120; seq++)
    book.announce('plant', 'here', record(seq, 'board'), { now: seq * 1000, connected });
  const receipts = book.list('plant', displayLimits.receipts);
  expect(receipts.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => 120 - at));
});

it('[DP13] a delay counts from when the result was received; of one with an older time from its announcement', () => {
  const book = new ReceiptBook();
  const shownAt = (ms: number) => new Date(ms).toISOString();
  const announce = (seq: number, receivedAt: number, now: number) => {
    const at = new Date(receivedAt).toISOString();
    book.announce('plant', 'here', { ...record(seq, 'board'), at }, { now, connected: [idOf(1)] });
  };
  announce(1, 1_000_000, 1_000_040);
  announce(2, 1_000, 2_000_000);
  announce(3, 3_000_000, 3_000_000);
  const report = { epoch: 'e', sinceArrivalMs: 30 };
  book.shown('plant', 'here', idOf(1), { ...report, seq: 1, shownAt: shownAt(1_000_100) });
  book.shown('plant', 'here', idOf(1), { ...report, seq: 2, shownAt: shownAt(2_000_050) });
  // A clock that is wrong shows nothing before it arrived.
  book.shown('plant', 'here', idOf(1), { ...report, seq: 3, shownAt: shownAt(2_999_000) });
  const delays = book.list('plant', 3).map(({ sinceAnnounced }) => sinceAnnounced?.p50);
  expect(delays).toEqual([30, 50, 100]);
});
