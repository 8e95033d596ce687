import { describe, expect, it } from 'vitest';
import { driveStandings } from '../drives/standings.ts';
import { driveBodySchema } from '../vocabulary/drive.ts';
import { dayAfter, LearningBoard } from '../testing/learning-board.ts';
import type { MetricState } from './metric-state.ts';

type Column = 'unit' | 'at' | 'day';

/** Counts how often cells of these columns are read from now on. */
function watchReads({ results }: MetricState, names: readonly Column[]): () => number {
  let reads = 0;
  const watch = <Cells extends object>(column: Cells): Cells =>
    new Proxy(column, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key) as unknown;
      },
      set: (target, key, value) => Reflect.set(target, key, value),
    });
  for (const name of names) Object.assign(results, { [name]: watch(results[name]) });
  return () => reads;
}

const days = (count: number) => Array.from({ length: count }, (_, at) => at);

/** A standard, an adopted experience and a drive with joint work, beside `others` results of Cy. */
function boardAfter(others: number): LearningBoard {
  const board = new LearningBoard({ decimals: 3 });
  board.postAt('ada', [[-40, 50]]);
  board.postAt('bo', [
    [-30, 20],
    [-20, 22],
    [-10, 21],
  ]);
  board.write('setup');
  board.adopt('setup', 'bo');
  board.add({ type: 'standard.raised', metric: 'output', value: '45' });
  const body = driveBodySchema.parse({
    name: 'Spring',
    from: '2026-04-01',
    to: '2026-12-31',
    tasks: [{ id: 'more', metric: 'output', aggregate: 'best', baseline: '0', target: '50' }],
    scoring: { kind: 'fulfilment' },
    bonuses: { unitRecord: '1', joint: '2' },
  });
  const tasks = body.tasks.map((task) => ({ ...task, aggregate: 'best' as const }));
  board.add({ type: 'drive.put', id: 'spring', ...body, tasks });
  for (const to of ['pledging', 'running'] as const)
    board.add({ type: 'drive.moved', id: 'spring', to });
  for (const at of days(others)) {
    const partners = [{ unit: 'dee', role: 'helped' as const, weight: 1 }];
    board.post('cy', `${19 - at / 1000}`, dayAfter(1), { partners });
  }
  board.postAt('bo', [
    [1, 30],
    [10, 31],
  ]);
  return board;
}

function metricOf({ state }: LearningBoard): MetricState {
  const metric = state.metrics.get('output');
  if (!metric) throw new Error('no metric');
  return metric;
}

/** How many cells a post of Bo, and what `ask` asks after it, look at. */
function readsOfPost(others: number, ask: (board: LearningBoard) => unknown): number {
  const board = boardAfter(others);
  ask(board);
  const reads = watchReads(metricOf(board), ['unit', 'at', 'day']);
  board.postAt('bo', [[20, 32]]);
  ask(board);
  return reads();
}

describe('what a post costs', () => {
  it('[FD29] standards and experiences read nothing of what others posted before', () => {
    const few = readsOfPost(60, () => undefined);
    expect(few).toBeGreaterThan(0);
    expect(readsOfPost(400, () => undefined)).toBe(few);
  });

  it('[FD29] nor does a drive with a bonus for working together', () => {
    const standings = ({ state }: LearningBoard) => {
      const drive = state.books.drives.get('spring');
      return drive && driveStandings(state, drive, Date.parse('2026-06-01T12:00:00Z'), false);
    };
    expect(standings(boardAfter(60))?.rows).toHaveLength(4);
    const few = readsOfPost(60, standings);
    expect(few).toBeGreaterThan(0);
    expect(readsOfPost(400, standings)).toBe(few);
  });
});
