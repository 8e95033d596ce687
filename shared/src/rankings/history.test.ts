import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../calendar/date.ts';
import { metricArbitrary, Scenario, stepArbitrary } from '../testing/scenario.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { rankingHistory, type HistoryFrame, type HistoryQuery } from './history.ts';
import { rankingRows } from './query.ts';

const asked: HistoryQuery = {
  metric: 'output',
  by: 'unit',
  truth: 'recognised',
  steps: 10,
  top: 5,
};
const stepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 40 });
const line = (frame: HistoryFrame | undefined) =>
  frame?.ids.map((id, at) => `${id} ${frame.scores[at]}`);

/** What a question about the ranking of the same moment says. */
function boundOf(at: string): { to: number } | { until: number } {
  return at.length === 10 ? { to: dayNumber(at) } : { until: Date.parse(at) };
}

describe('the past of a ranking', () => {
  it('[SP1] each moment is the ranking of that moment, whatever was annulled, corrected or shared', () => {
    fc.assert(
      fc.property(
        metricArbitrary,
        stepsArbitrary,
        fc.record({
          by: fc.constantFrom('unit' as const, 'sector' as const),
          steps: fc.integer({ min: 1, max: 30 }),
          top: fc.integer({ min: 1, max: 6 }),
          since: fc.option(fc.integer({ min: 20_539, max: 20_544 }), { nil: undefined }),
          aggregate: fc.constantFrom(undefined, 'sum' as const, 'latest' as const),
        }),
        (metric, steps, query) => {
          const board = new Scenario(metric);
          for (const step of steps) board.take(step);
          const { frames } = rankingHistory(board.state, {
            ...query,
            metric: 'm',
            truth: 'recognised',
          });
          for (const { at, ids, scores, ranked, results } of frames) {
            const rows = rankingRows(board.state, {
              metric: 'm',
              by: query.by,
              aggregate: query.aggregate,
              from: query.since,
              ...boundOf(at),
            });
            expect({ ids, scores }).toEqual({
              ids: rows.slice(0, query.top).map((row) => row.unit ?? row.sector),
              scores: rows.slice(0, query.top).map((row) => row.score),
            });
            expect(ranked).toBe(rows.length);
            expect(results).toBeLessThanOrEqual(board.results.length);
          }
          const valid = board.results.filter(
            (one) => !one.annulled && one.day >= (query.since ?? 0),
          );
          expect(frames.at(-1)?.results ?? 0).toBe(valid.length);
        },
      ),
    );
  });

  it('[SP2] its moments are ends of days, from the first result to the last', () => {
    const board = new SmallBoard();
    board.post('ada', '1', '2026-05-01');
    board.post('bo', '2', '2026-05-09');
    const { frames, span } = rankingHistory(board.state, { ...asked, steps: 5 });
    expect(span).toEqual({ from: '2026-05-01', to: '2026-05-09' });
    expect(frames.map(({ at }) => at)).toEqual([
      '2026-05-01',
      '2026-05-03',
      '2026-05-05',
      '2026-05-07',
      '2026-05-09',
    ]);
    expect(frames.map(line).slice(-2)).toEqual([['ada 1.0'], ['bo 2.0', 'ada 1.0']]);
  });

  it('[SP2] a part of the past is asked for by its days, and what came before stands in it', () => {
    const board = new SmallBoard();
    board.post('ada', '1', '2026-05-01');
    board.post('bo', '2', '2026-05-09');
    const [from, to] = [dayNumber('2026-05-04'), dayNumber('2026-05-05')];
    const { frames } = rankingHistory(board.state, { ...asked, from, to });
    expect(frames.map((frame) => [frame.at, ...(line(frame) ?? [])])).toEqual([
      ['2026-05-04', 'ada 1.0'],
      ['2026-05-05', 'ada 1.0'],
    ]);
  });

  it('[SP2] a single day of timed results is told in times of that day', () => {
    const board = new SmallBoard();
    board.post('ada', '1', '2026-05-01T08:00:00.000Z');
    board.post('bo', '2', '2026-05-01T10:00:00.000Z');
    const { frames } = rankingHistory(board.state, { ...asked, steps: 3 });
    expect(frames.map(({ at }) => at)).toEqual([
      '2026-05-01T08:00:00.000Z',
      '2026-05-01T09:00:00.000Z',
      '2026-05-01T10:00:00.000Z',
    ]);
  });

  it('[SP3] as announced: by receipt, as posted, with what was annulled since', () => {
    const board = new SmallBoard();
    const first = board.post('ada', '9', '2026-05-01');
    const second = board.post('bo', '5', '2026-04-01');
    const seqOf = (applied: typeof first) => applied.happenings[0]?.seq ?? 0;
    board.add({ type: 'result.annulled', result: seqOf(first), reason: 'wrong scale' });
    board.add({
      type: 'result.corrected',
      result: seqOf(second),
      value: '4',
      reason: 'misread',
    });
    const tell = (truth: HistoryQuery['truth']) =>
      rankingHistory(board.state, { ...asked, truth }).frames.map(line);
    expect(tell('recognised')).toEqual([['bo 4.0']]);
    expect(tell('announced').at(0)).toEqual(['ada 9.0']);
    expect(tell('announced').at(-1)).toEqual(['ada 9.0', 'bo 5.0']);
  });

  it('[SP4] is never that of before a result, an annulment or a correction', () => {
    const board = new SmallBoard();
    const last = () => line(rankingHistory(board.state, asked).frames.at(-1));
    const posted = board.post('ada', '9');
    expect(last()).toEqual(['ada 9.0']);
    board.post('bo', '12');
    expect(last()).toEqual(['bo 12.0', 'ada 9.0']);
    board.add({ type: 'result.annulled', result: posted.happenings[0]?.seq ?? 0, reason: 'x' });
    expect(last()).toEqual(['bo 12.0']);
  });

  it('[SP2] is empty without results, and for a metric that is not there', () => {
    const board = new SmallBoard();
    expect(rankingHistory(board.state, asked)).toEqual({ frames: [], span: null });
    expect(rankingHistory(board.state, { ...asked, metric: 'no' }).frames).toEqual([]);
  });
});
