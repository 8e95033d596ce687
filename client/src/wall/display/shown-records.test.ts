import type { Happening } from '@emulation/shared';
import { expect, it } from 'vitest';
import { emptyQueue, hear, mostWaiting, step, type Screen } from '../takeover-queue.ts';
import { storyOf } from '../takeover-story.ts';
import { ShownRecords } from './shown-records.ts';

function record(seq: number, n = 1): Happening {
  return {
    kind: 'record',
    board: 'plant',
    epoch: 'e',
    seq,
    n,
    at: new Date(10_000).toISOString(),
    metric: 'output',
    unit: 'ada',
    partners: [],
    sector: 'north',
    value: '2',
    achievedAt: '2026-06-01',
    result: `r${seq}`,
    scope: n === 1 ? 'board' : 'sector',
    how: 'broken',
    breakthrough: false,
    previous: { value: '1', achievedAt: '2026-05-01', holders: ['bo'], result: 'r0' },
    provisional: true,
  };
}

function screenOf(...happenings: Happening[]): Screen {
  return { stories: happenings.flatMap((one) => storyOf(one) ?? []), since: 0, position: 1 };
}

it('[DP14] a wall tells when each record was on its screen: since it arrived, and by the server’s clock', () => {
  const records = new ShownRecords();
  records.hear(record(7), 1_000);
  records.hear(record(7, 2), 1_500);
  records.hear(record(8), 2_000);
  records.show(screenOf(record(7)), 1_250, 60_000);
  expect(records.next()).toEqual([
    { epoch: 'e', seq: 7, sinceArrivalMs: 250, shownAt: new Date(61_250).toISOString() },
  ]);
  // Several on one screen are told of one by one; one never heard of is not.
  records.show(screenOf(record(8), record(9)), 2_100, 0);
  expect(records.next().map(({ seq }) => seq)).toEqual([7, 8]);
});

it('[DP14] each record of a flood is told as shown, also one that was folded into another or stood in a roll', () => {
  const records = new ShownRecords();
  const units = mostWaiting / 2;
  // Each unit breaks its record five times before anybody has read of the first.
  const flood = Array.from({ length: units * 5 }, (_, at) => ({
    ...record(at + 1),
    unit: `u${at % units}`,
  })) as Happening[]; // of one kind, with another unit
  let queue = emptyQueue;
  for (const happening of flood) {
    records.hear(happening, 1_000);
    queue = hear(queue, happening);
  }
  const told = new Set<number>();
  for (let now = 2_000; now === 2_000 || queue.showing; now += 60_000) {
    queue = step(queue, now);
    if (queue.showing) records.show(queue.showing, now, 0);
    for (let shown = records.next(); shown.length > 0; shown = records.next()) {
      for (const { seq } of shown) told.add(seq);
      records.reported(shown);
    }
  }
  expect([...told].sort((a, b) => a - b)).toEqual(flood.map((_, at) => at + 1));
});

it('[DP14] what was not heard by the server is told again, what was is not; at most so many at once', () => {
  const records = new ShownRecords();
  for (let seq = 1; seq <= 50; seq++) {
    records.hear(record(seq), seq);
    records.show(screenOf(record(seq)), seq + 1, 0);
  }
  const first = records.next();
  expect(first).toHaveLength(32);
  expect(records.next()).toEqual(first);
  records.reported(first);
  expect(records.next().map(({ seq }) => seq)).toEqual(
    Array.from({ length: 18 }, (_, at) => 33 + at),
  );
});
