import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedPage, happeningsSince } from '../feed/queries.ts';
import type { Row } from '../protocol/live.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { metricArbitrary, Scenario, stepArbitrary, unitIds } from '../testing/scenario.ts';
import { createView } from './create-view.ts';
import { diffRows } from './keyed-rows.ts';

const march28 = Date.UTC(2026, 2, 28, 12);
const topics = [
  'board',
  'records',
  'pulse',
  'ranking:m',
  'ranking:m:month',
  'ranking:m:week',
  ...unitIds.map((unit) => `unit:${unit}`),
];

describe('live views', () => {
  it('[FD19] patches over a first picture give the same rows as a view made afresh', () => {
    fc.assert(
      fc.property(metricArbitrary, fc.array(stepArbitrary, { maxLength: 30 }), (metric, steps) => {
        const scenario = new Scenario(metric);
        const watched = topics.map((topic) => {
          const view = createView(scenario.state, topic);
          if (!view) throw new Error(`no view of ${topic}`);
          return { view, shown: view.rows(march28), copy: new Map(view.rows(march28)) };
        });
        for (const step of steps) {
          scenario.take(step);
          for (const watch of watched) {
            const rows = watch.view.rows(march28);
            const patch = diffRows(watch.shown, rows);
            watch.shown = rows;
            for (const key of patch?.remove ?? []) watch.copy.delete(key);
            for (const [key, row] of Object.entries(patch?.set ?? {})) watch.copy.set(key, row);
          }
        }
        for (const { view, copy } of watched) {
          const fresh = createView(scenario.state, view.topic)?.rows(march28);
          expect(Object.fromEntries(copy)).toEqual(Object.fromEntries(fresh ?? []));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[FD20] a row that says the same stays the same object, and nothing changed is no patch', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    const view = createView(board.state, 'ranking:output');
    const before = view?.rows(march28) ?? new Map<string, Row>();
    board.post('bo', '5');
    const after = view?.rows(march28) ?? new Map<string, Row>();
    expect(after.get('ada')).toBe(before.get('ada'));
    expect(diffRows(before, after)).toEqual({ set: { bo: after.get('bo') } });
    expect(diffRows(after, view?.rows(march28) ?? new Map())).toBeUndefined();
  });

  it('[FD21] an unknown topic, unit or metric has no view', () => {
    const { state } = new SmallBoard();
    for (const topic of [
      '',
      'boards',
      'unit:nobody',
      'ranking:none',
      'ranking:output:year',
      'unit:ada:x',
      'ranking:output:month:x',
    ])
      expect(createView(state, topic), topic).toBeUndefined();
  });

  it('[FD22] the current month and week are those of the moment it is asked for', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-03-31');
    board.post('bo', '9', '2026-04-01');
    const view = createView(board.state, 'ranking:output:month');
    const units = (now: number) => [...(view?.rows(now).keys() ?? [])];
    expect(units(march28)).toEqual(['ada']);
    // 22:30 UTC on 31 March is April in Paris.
    expect(units(Date.UTC(2026, 2, 31, 22, 30))).toEqual(['bo']);
    expect(units(Date.UTC(2026, 5, 1))).toEqual([]);
  });

  it('[FD23] the feed gives exactly what came after a position, and pages back without a gap', () => {
    const board = new SmallBoard();
    for (let value = 1; value <= 20; value++) board.post('ada', `${value}`);
    const all = happeningsSince(board.state, 0, 500);
    if (all === 'truncated') throw new Error('the feed is short');
    expect(happeningsSince(board.state, all[7]?.seq ?? 0, 500)).toEqual(
      all.filter((happening) => happening.seq > (all[7]?.seq ?? 0)),
    );
    expect(happeningsSince(board.state, 0, 5)).toBe('truncated');
    const paged = [];
    for (let before, more = true; more;) {
      const page = feedPage(board.state, { before, limit: 7 });
      paged.push(...page.happenings);
      before = page.happenings.at(-1);
      more = page.more;
    }
    expect(paged).toEqual([...all].reverse());
  });

  it('[FD24] results of a long import are counted and not announced one by one', () => {
    const board = new SmallBoard();
    const { happenings, outcome } = board.post('ada', '10', '2026-05-01', { quiet: true });
    expect(happenings).toEqual([]);
    expect(outcome?.records).toHaveLength(3);
    const closed = board.add({
      type: 'import.closed',
      sectors: 0,
      units: 0,
      metrics: 0,
      results: 1,
      duplicates: 0,
    });
    expect(closed.happenings).toMatchObject([{ kind: 'import', results: 1 }]);
  });
});
