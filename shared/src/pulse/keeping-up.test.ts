import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEntry } from '../board/fold.ts';
import { createBoardState } from '../board/state.ts';
import type { Entry } from '../ledger/entry.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { metricArbitrary, Scenario, stepArbitrary } from '../testing/scenario.ts';
import { createCalendar } from '../vocabulary/calendar.ts';
import { createView } from '../views/create-view.ts';
import { boardPulse } from './queries.ts';
import { pulseOf } from './pulse.ts';

const march31 = Date.UTC(2026, 2, 31, 12);

/** The pulse of a board that is folded from its first entry and asked once. */
function readAnew(entries: readonly Entry[], now: number) {
  const state = createBoardState('test');
  for (const entry of entries) applyEntry(state, entry);
  return boardPulse(state, now);
}

it('[PL11] asked after every entry it says in the end what it says when read anew', () => {
  const taken = fc.array(stepArbitrary, { maxLength: 25 });
  const raises = fc.array(fc.record({ at: fc.nat(25), value: fc.integer({ min: -4, max: 9 }) }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(metricArbitrary, taken, raises, (metric, steps, levels) => {
      const scenario = new Scenario({ ...metric, standstillDays: 1 }, Date.UTC(2026, 2, 26));
      scenario.add({ type: 'calendar.put', ...createCalendar(), period: 'week' });
      const view = createView(scenario.state, 'pulse');
      for (const [at, step] of steps.entries()) {
        for (const { at: when, value } of levels)
          if (when === at)
            scenario.add({ type: 'standard.raised', metric: 'm', value: `${value}` });
        scenario.take(step);
        // Days in between, so that what was read on one day is not told on another.
        view?.rows(march31 - (at % 3) * 86_400_000);
      }
      const kept = [...(view?.rows(march31).values() ?? [])];
      expect(kept).toEqual(readAnew(scenario.entries, march31));
    }),
    { numRuns: 200 },
  );
});

it('[PL11] a post reads the positions of its own units in its own metric and no others', () => {
  const board = new SmallBoard({ aggregate: 'sum' });
  for (let at = 0; at < 19; at++) board.addMetric(`more-${at}`, {});
  board.add({ type: 'standard.raised', metric: 'output', value: '10' });
  for (const unit of ['ada', 'bo', 'cy', 'dee'])
    for (const metric of board.state.metrics.keys())
      board.post(unit, '5', '2026-06-01', { metric });
  const now = Date.UTC(2026, 5, 1, 14);
  const pulse = pulseOf(board.state);
  pulse.refresh(now);
  const readBy = (change: () => void, at = now) => {
    const before = pulse.read;
    change();
    pulse.refresh(at);
    return pulse.read - before;
  };
  expect(readBy(() => board.post('ada', '6', '2026-06-01'))).toBe(1);
  const partners = [{ unit: 'cy', role: 'helped' as const, weight: 1 }];
  expect(readBy(() => board.post('bo', '6', '2026-06-01', { partners, ownWeight: 1 }))).toBe(2);
  expect(readBy(() => {})).toBe(0);
  // A correction reads its metric, a midnight reads everything: 20 metrics of 4 units.
  const { seq } = board.state;
  expect(readBy(() => board.add({ type: 'result.annulled', result: seq, reason: 'wrong' }))).toBe(
    4,
  );
  expect(readBy(() => {}, now + 86_400_000)).toBe(80);
});
