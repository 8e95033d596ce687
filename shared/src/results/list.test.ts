import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftCorrection, draftResult } from '../board/check.ts';
import { received, SmallBoard } from '../testing/small-board.ts';
import { metricArbitrary, Scenario, stepArbitrary } from '../testing/scenario.ts';
import { findResult, listResults, type ResultMark } from './list.ts';
import { resultIdAt } from './result-id.ts';

describe('results', () => {
  it('[FD25] paging gives every result once, newest achievement first', () => {
    fc.assert(
      fc.property(metricArbitrary, fc.array(stepArbitrary, { maxLength: 40 }), (metric, steps) => {
        const scenario = new Scenario(metric);
        for (const step of steps) scenario.take(step);
        const { state, results } = scenario;
        const seqs: number[] = [];
        let after: ResultMark | undefined;
        do {
          const page = listResults(state, { limit: 3, after });
          seqs.push(...page.results.map((result) => result.seq));
          after = page.next;
        } while (after);
        const expected = [...results].sort((a, b) => b.at - a.at || b.seq - a.seq);
        expect(seqs).toEqual(expected.map((result) => result.seq));
      }),
    );
  });

  it('[FD26] a result shows its state, its reason and what was announced', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    const { seq } = board.state;
    board.add({ type: 'result.corrected', result: seq, value: '9', reason: 'misread' });
    board.add({ type: 'result.verified', result: seq });
    expect(findResult(board.state, resultIdAt(board.state, seq))).toMatchObject({
      value: '9.0',
      state: 'verified',
      reason: 'misread',
      announced: { value: '10.0', achievedAt: '2026-05-01' },
    });
    board.add({ type: 'result.annulled', result: seq, reason: 'false' });
    expect(board.add({ type: 'result.annulled', result: seq, reason: 'again' }).unfit).toBe(
      'annulled',
    );
    expect(findResult(board.state, 'no such id')).toBeUndefined();
  });

  it('[FD27] a post is checked against the board, each problem with its path', () => {
    const { state } = new SmallBoard();
    const paths = (body: object) => {
      const drafted = draftResult(
        state,
        { unit: 'ada', metric: 'output', value: '1', ...body },
        received,
      );
      return drafted.kind === 'problems' ? drafted.problems.map((p) => `${p.kind} ${p.path}`) : [];
    };
    const partner = (unit: string, share?: string) => ({
      unit,
      role: 'helped',
      ...(share ? { share } : {}),
    });
    expect(paths({})).toEqual([]);
    expect(paths({ unit: 'x', metric: 'y' })).toEqual([
      'unknown-unit unit',
      'unknown-metric metric',
    ]);
    expect(paths({ value: '999999999999999' })).toEqual(['invalid value']);
    expect(paths({ achievedAt: new Date(received + 360_000).toISOString() })).toEqual([
      'invalid achievedAt',
    ]);
    expect(paths({ achievedAt: new Date(received + 240_000).toISOString() })).toEqual([]);
    expect(paths({ achievedAt: '2026-06-02' })).toEqual(['invalid achievedAt']);
    expect(paths({ achievedAt: '2026-06-01' })).toEqual([]);
    expect(paths({ partners: [partner('ada')] })).toEqual(['invalid partners.0.unit']);
    expect(paths({ partners: [partner('bo'), partner('bo')] })).toEqual([
      'invalid partners.1.unit',
    ]);
    expect(paths({ partners: [partner('zed')] })).toEqual(['unknown-unit partners.0.unit']);
    expect(paths({ partners: [partner('bo', '0.9'), partner('cy', '0.2')] })).toEqual([
      'invalid partners.1.share',
    ]);
  });

  it('[FD28] a correction is checked like a post, and only a result that stands can be changed', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    const { seq } = board.state;
    const id = resultIdAt(board.state, seq);
    const correct = (body: object) => {
      const drafted = draftCorrection(board.state, id, { reason: 'why', ...body }, received);
      return drafted.kind === 'problems'
        ? drafted.problems.map((p) => `${p.kind} ${p.path}`)
        : drafted.fact;
    };
    expect(correct({ value: '9' })).toMatchObject({ result: seq, value: '9', reason: 'why' });
    expect(correct({ achievedAt: '2099-01-01' })).toEqual(['invalid achievedAt']);
    board.add({ type: 'result.annulled', result: seq, reason: 'false' });
    expect(correct({ value: '9' })).toEqual(['annulled id']);
  });
});
