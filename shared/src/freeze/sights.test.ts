import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import type { BoardState } from '../board/state.ts';
import { findResult, listResults } from '../results/list.ts';
import { dumpSights, loadSights } from './dump.ts';
import { applyToSights } from './sights.ts';
import type { Sights } from './veil.ts';
import { stepArbitrary, TwoLedgers, type Step } from './testing/two-ledgers.ts';

// A global of every runtime this runs in, of which this package's types know nothing.
const { structuredClone } = globalThis as unknown as {
  structuredClone: (value: unknown) => unknown;
};

const stepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 25 });

function play(ledgers: TwoLedgers, steps: readonly Step[], check?: () => void): void {
  for (const step of steps) {
    ledgers.step(step);
    check?.();
  }
}

function freeze(ledgers: TwoLedgers): void {
  ledgers.both({ type: 'drive.moved', id: 'spring', to: 'frozen' });
  ledgers.isFrozen = true;
}

/** Everything there is in the public sight of both, to the last byte. */
function expectSamePublic({ whole, seen }: TwoLedgers): void {
  expect(publicOf(whole.sights)).toEqual(publicOf(seen.sights));
}

/** A copy leaves out what is empty, and so a board is compared as it comes out of a copy. */
function dumped(state: BoardState): object {
  return dumpBoard(loadBoard(dumpBoard(state))) as object;
}

function publicOf({ public: seen }: Sights): unknown {
  return { ...dumped(seen), isVeiled: 'either' };
}

const post: Step = { kind: 'post', unit: 0, partner: 9, isTask: true, value: 5, target: 0 };

test('[FZ1] while nothing is hidden both sights are one and the same', () => {
  const ledgers = new TwoLedgers();
  ledgers.startDrive('spring');
  play(ledgers, [post, post]);
  const { sights } = ledgers.whole;
  expect(sights.public).toBe(sights.full);
  freeze(ledgers);
  expect(sights.public).not.toBe(sights.full);
});

test('[FZ2] whatever is hidden, the public sight is the same as if it had never been posted', () => {
  fc.assert(
    fc.property(stepsArbitrary, stepsArbitrary, (before, during) => {
      const ledgers = new TwoLedgers();
      ledgers.startDrive('spring');
      play(ledgers, before);
      freeze(ledgers);
      play(ledgers, during, () => expectSamePublic(ledgers));
    }),
    { numRuns: 150 },
  );
});

test('[FZ3] what comes in at the hour of the freeze is hidden, though the clock freezes later', () => {
  fc.assert(
    fc.property(stepsArbitrary, stepsArbitrary, (before, meanwhile) => {
      const ledgers = new TwoLedgers();
      ledgers.startDrive('spring', 100_000);
      play(ledgers, before);
      ledgers.pass(100_000);
      ledgers.isFrozen = true;
      play(ledgers, meanwhile, () => expectSamePublic(ledgers));
      freeze(ledgers);
      expectSamePublic(ledgers);
    }),
    { numRuns: 100 },
  );
});

test('[FZ4] when all is revealed, everybody sees what the plain fold of every entry makes', () => {
  fc.assert(
    fc.property(stepsArbitrary, stepsArbitrary, (before, during) => {
      const ledgers = new TwoLedgers();
      ledgers.startDrive('spring');
      play(ledgers, before);
      freeze(ledgers);
      play(ledgers, during);
      ledgers.both({ type: 'drive.moved', id: 'spring', to: 'closed' });
      for (const count of [1, 2]) {
        expect(ledgers.whole.sights.public).not.toBe(ledgers.whole.sights.full);
        ledgers.both({ type: 'drive.revealed', drive: 'spring', count });
      }
      const { sights, plain } = ledgers.whole;
      expect(sights.public).toBe(sights.full);
      expect({ ...dumped(sights.full), publicIds: 'its own' }).toEqual({
        ...dumped(plain),
        publicIds: 'its own',
      });
    }),
    { numRuns: 60 },
  );
});

test('[FZ5] a snapshot in the middle of a freeze and its tail make the same two sights', () => {
  fc.assert(
    fc.property(stepsArbitrary, stepsArbitrary, fc.nat(60), (before, during, cut) => {
      const ledgers = new TwoLedgers();
      ledgers.startDrive('spring');
      play(ledgers, before);
      freeze(ledgers);
      play(ledgers, during);
      const { entries, sights } = ledgers.whole;
      const at = Math.min(cut, entries.length);
      const first = new TwoLedgers().whole.sights;
      const head = first.full.seq;
      for (const entry of entries.slice(head, Math.max(at, head))) applyToSights(first, entry);
      const restored = loadSights(structuredClone(dumpSights(first)));
      for (const entry of entries.slice(restored.full.seq)) applyToSights(restored, entry);
      expect(restored.veil).toEqual(sights.veil);
      expect(dumped(restored.full)).toEqual(dumped(sights.full));
      expect(publicOf(restored)).toEqual(publicOf(sights));
    }),
    { numRuns: 60 },
  );
});

test('[FZ6] a link to a result that was seen during a freeze leads to it for ever', () => {
  const ledgers = new TwoLedgers();
  ledgers.startDrive('spring');
  freeze(ledgers);
  play(ledgers, [post, { ...post, unit: 2 }, post]);
  const { sights } = ledgers.whole;
  const [linked] = listResults(sights.public, { limit: 9 }).results;
  if (!linked) throw new Error('the result of a unit outside the drive is not seen');
  expect(listResults(sights.public, { limit: 9 }).results).toHaveLength(1);
  expect(listResults(sights.full, { limit: 9 }).results).toHaveLength(3);
  ledgers.both({ type: 'drive.moved', id: 'spring', to: 'closed' });
  ledgers.both({ type: 'drive.revealed', drive: 'spring', count: 2 });
  const found = findResult(sights.public, linked.id);
  expect(found).toMatchObject({ unit: 'cy', value: '5.0' });
  expect(found?.id).not.toBe(linked.id);
});

test('[FZ7] what only one drive hid comes out with it, while another still hides its own', () => {
  const ledgers = new TwoLedgers();
  ledgers.startDrive('spring');
  ledgers.startDrive('clean', undefined, 'scrap');
  freeze(ledgers);
  ledgers.both({ type: 'drive.moved', id: 'clean', to: 'frozen' });
  const { sights } = ledgers.whole;
  const valuesOf = (metric: string) =>
    listResults(sights.public, { metric, limit: 9 }).results.map(({ value }) => value);
  for (const value of ['5', '7'])
    for (const metric of ['output', 'scrap']) addResult(metric, value);
  const [hidden] = listResults(sights.full, { metric: 'output', limit: 1 }).results;
  ledgers.whole.add(
    { type: 'result.verified', result: hidden?.seq ?? 0 },
    Date.parse('2026-05-10T13:00:00Z'),
  );
  expect([valuesOf('output'), valuesOf('scrap')]).toEqual([[], []]);
  const epoch = sights.public.epoch;

  move('spring', 'closed');
  move('spring', 'finalised');
  expect(valuesOf('output')).toEqual(['7.0', '5.0']);
  expect(listResults(sights.public, { limit: 1 }).results[0]?.state).toBe('verified');
  expect(valuesOf('scrap')).toEqual([]);
  expect(sights.public.epoch).toBe(epoch);
  const scores = (board: Sights['full']) =>
    board.books.drives.get('spring')?.final?.rows.map(({ unit, score }) => [unit, score]);
  expect(scores(sights.public)).toEqual(scores(sights.full));

  move('clean', 'closed');
  move('clean', 'finalised');
  expect(sights.public).toBe(sights.full);

  function addResult(metric: string, value: string): void {
    const fact = { type: 'result.posted' as const, unit: 'ada', sector: 'north', metric, value };
    const achievedAt = `2026-05-0${value}`;
    ledgers.whole.add({ ...fact, achievedAt }, Date.parse('2026-05-10T13:00:00Z'));
  }
  function move(id: string, to: 'closed' | 'finalised'): void {
    ledgers.whole.add({ type: 'drive.moved', id, to }, Date.parse('2026-05-10T13:00:00Z'));
  }
});
