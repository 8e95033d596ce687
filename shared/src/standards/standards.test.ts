import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlain } from '../board/plain-copy.ts';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { DriveBoard } from '../drives/testing/drive-board.ts';
import { resultIdAt } from '../results/result-id.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { metricArbitrary, Scenario, stepArbitrary } from '../testing/scenario.ts';
import type { Metric } from '../vocabulary/metric.ts';
import { createCalendar } from '../vocabulary/calendar.ts';
import { draftStandard } from './check.ts';
import { reachQuietly } from './follow.ts';
import { standardDetail, standardRow } from './queries.ts';

// Entries of a small board are received on 2026-06-01 from 12:00 UTC.
const june1 = Date.UTC(2026, 5, 1) / 86_400_000;
const inJune = '2026-06-01';

function boardWith(metric: Partial<Metric> = {}) {
  const board = new SmallBoard(metric);
  const output = () => {
    const found = board.state.metrics.get('output');
    if (!found) throw new Error('no metric');
    return found;
  };
  return {
    board,
    raise: (value: string, more: { result?: number; reason?: string } = {}) =>
      board.add({ type: 'standard.raised', metric: 'output', value, ...more }),
    row: (today = june1) => standardRow(board.state, output(), today),
    detail: () => standardDetail(board.state, output(), june1),
    draft: (body: { value: string; result?: string; reason?: string }) =>
      draftStandard(board.state, 'output', body),
    idOf: (seq: number) => resultIdAt(board.state, seq),
  };
}

const kinds = (applied: { happenings: { kind: string }[] }) =>
  applied.happenings.map(({ kind }) => kind).filter((kind) => kind.startsWith('standard'));

describe('setting a standard', () => {
  it('[ST1] a better level is raised, a worse one needs a reason and is lowered', () => {
    const { raise, draft, row } = boardWith();
    expect(draft({ value: '10' })).toMatchObject({
      kind: 'fact',
      fact: { type: 'standard.raised' },
    });
    expect(raise('10').happenings).toMatchObject([
      { kind: 'standard-raised', value: '10.0', previous: null, reachedBy: [] },
    ]);
    expect(draft({ value: '10' })).toEqual({ kind: 'same' });
    expect(draft({ value: '10', reason: 'again' })).toMatchObject({
      problems: [{ path: 'value' }],
    });
    // 10.04 is 10.0 at one decimal: the same level.
    expect(draft({ value: '10.04' })).toMatchObject({ problems: [{ path: 'value' }] });
    expect(draft({ value: '9' })).toMatchObject({ problems: [{ path: 'reason' }] });
    expect(draft({ value: '9', reason: 'new line' })).toMatchObject({
      fact: { type: 'standard.lowered', value: '9', reason: 'new line' },
    });
    expect(draft({ value: '11' })).toMatchObject({ fact: { type: 'standard.raised' } });
    expect(row()).toMatchObject({ value: '10.0', previous: null, lowered: false });
  });

  it('[ST1] where lower is better a lower value is the better level', () => {
    const { raise, draft } = boardWith({ direction: 'lower' });
    raise('10');
    expect(draft({ value: '9' })).toMatchObject({ fact: { type: 'standard.raised' } });
    expect(draft({ value: '11' })).toMatchObject({ problems: [{ path: 'reason' }] });
  });

  it('[ST1] a lowered standard says so, with the level before it and why', () => {
    const { board, raise, detail } = boardWith();
    raise('10');
    const lowered = board.add({
      type: 'standard.lowered',
      metric: 'output',
      value: '8',
      reason: 'the line was rebuilt',
    });
    expect(lowered.happenings).toMatchObject([
      { kind: 'standard-lowered', value: '8.0', previous: '10.0', reason: 'the line was rebuilt' },
    ]);
    expect(detail()?.history).toMatchObject([
      { value: '8.0', lowered: true },
      { value: '10.0', lowered: false },
    ]);
  });

  it('[ST2] a proof must be a standing result of the metric that shows the level', () => {
    const { board, draft, idOf } = boardWith();
    board.addMetric('other', {});
    board.post('ada', '12');
    const proof = idOf(board.state.seq);
    board.post('bo', '30', '2026-05-01', { metric: 'other' });
    const elsewhere = idOf(board.state.seq);
    board.post('bo', '40');
    const annulled = board.state.seq;
    board.add({ type: 'result.annulled', result: annulled, reason: 'wrong scale' });
    expect(draft({ value: '12', result: proof })).toMatchObject({ kind: 'fact' });
    const problemOf = (result: string, value = '12') => {
      const drafted = draft({ value, result });
      return drafted.kind === 'problems' ? drafted.problems : drafted;
    };
    expect(problemOf(proof, '12.1')).toMatchObject([{ kind: 'invalid', path: 'result' }]);
    expect(problemOf(elsewhere)).toMatchObject([{ kind: 'unknown-result', path: 'result' }]);
    expect(problemOf('nonsense')).toMatchObject([{ kind: 'unknown-result', path: 'result' }]);
    expect(problemOf(idOf(annulled))).toMatchObject([{ kind: 'invalid', path: 'result' }]);
  });

  it('[ST2] a proof of an earlier period reaches the level for all its units', () => {
    const { board, raise, row } = boardWith();
    board.post('ada', '12', '2026-05-01', {
      partners: [{ unit: 'cy', role: 'performed', weight: 1 }],
      ownWeight: 1,
    });
    const raised = raise('12', { result: board.state.seq });
    expect(raised.happenings).toMatchObject([{ reachedBy: ['ada', 'cy'], of: 2 }]);
    expect(row()).toMatchObject({ reached: 2, of: 2, now: 0, already: ['ada', 'cy'], first: null });
  });
});

describe('a running drive', () => {
  it('[ST10] holds the standards of its tasks, of no other metric, and only until it is closed', () => {
    const board = new DriveBoard();
    board.addMetric('other', {});
    board.add({ type: 'standard.raised', metric: 'output', value: '10' });
    board.putDrive();
    const drafted = (metric = 'output') => draftStandard(board.state, metric, { value: '12' });
    board.move('pledging');
    expect(drafted().kind).toBe('fact');
    for (const state of ['running', 'review', 'running', 'frozen'] as const) {
      board.move(state);
      expect(drafted(), state).toMatchObject({ problems: [{ kind: 'standard-fixed' }] });
    }
    expect(drafted('other').kind).toBe('fact');
    // Two stewards at once: the ledger has it, the board does not follow it.
    const late = board.add({ type: 'standard.raised', metric: 'output', value: '12' });
    expect(late).toMatchObject({ unfit: 'standard-fixed', happenings: [] });
    board.move('closed');
    expect(drafted().kind).toBe('fact');
  });
});

describe('reaching a standard', () => {
  it('[ST3] best takes one result, sum the total of the period, mean its mean, latest the last', () => {
    const reachedAfter = (aggregate: Metric['aggregate'], values: string[]) => {
      const { board, raise, row } = boardWith({ aggregate });
      raise('10');
      return values.map((value, at) => {
        board.post('ada', value, `2026-06-01T1${at}:00:00.000Z`);
        return row()?.reached;
      });
    };
    expect(reachedAfter('best', ['9', '10', '3'])).toEqual([0, 1, 1]);
    expect(reachedAfter('sum', ['6', '3.9', '0.1'])).toEqual([0, 0, 1]);
    // Means: 8, 10, 9.
    expect(reachedAfter('mean', ['8', '12', '7'])).toEqual([0, 1, 0]);
    expect(reachedAfter('latest', ['11', '9', '10'])).toEqual([1, 0, 1]);
  });

  it('[ST3] a result of the period before the standard does not count, nor does an inactive unit', () => {
    const { board, raise, row } = boardWith();
    board.post('ada', '20', '2026-05-31');
    board.post('bo', '20', '2026-01-02');
    raise('10');
    expect(row()).toMatchObject({ reached: 0, of: 1, missing: ['ada'] });
    board.post('ada', '20', inJune);
    expect(row()).toMatchObject({ reached: 1, of: 1, now: 1, missing: [] });
    // In July the June score is not that of the current period, and yet was reached.
    expect(row(june1 + 30)).toMatchObject({ reached: 1, of: 1, now: 0 });
  });

  it('[ST4] the first to follow and the last are told, every unit once', () => {
    const { board, raise, row } = boardWith();
    for (const unit of ['ada', 'bo', 'cy']) board.post(unit, '5', inJune);
    raise('10');
    expect(board.post('bo', '10', inJune).happenings).toContainEqual(
      expect.objectContaining({
        kind: 'standard-reached',
        unit: 'bo',
        first: true,
        last: false,
        reached: 1,
        of: 3,
      }),
    );
    expect(kinds(board.post('bo', '11', inJune))).toEqual([]);
    expect(board.post('ada', '10', inJune).happenings).toContainEqual(
      expect.objectContaining({ unit: 'ada', first: false, last: false, reached: 2 }),
    );
    expect(kinds(board.post('cy', '12', inJune, { quiet: true }))).toEqual([]);
    expect(row()).toMatchObject({
      reached: 3,
      first: { unit: 'bo', achievedAt: inJune },
      last: { unit: 'cy' },
    });
  });

  it('[ST4] nobody is celebrated as the first at a standard that was lowered', () => {
    const { board, raise } = boardWith();
    for (const unit of ['ada', 'bo']) board.post(unit, '5', inJune);
    raise('20');
    board.add({ type: 'standard.lowered', metric: 'output', value: '10', reason: 'too far' });
    const told = board.post('ada', '10', inJune).happenings;
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'standard-reached', first: false }),
    );
  });

  it('[ST4] the last of the active units is told as the last', () => {
    const { board, raise } = boardWith();
    for (const unit of ['ada', 'bo']) board.post(unit, '5', inJune);
    raise('10');
    board.post('bo', '10', inJune);
    const told = board.post('ada', '10', inJune).happenings;
    expect(told).toContainEqual(expect.objectContaining({ first: false, last: true, of: 2 }));
  });

  it('[ST4] a mean that falls and rises again reaches the standard anew and is told once', () => {
    const { board, raise, row } = boardWith({ aggregate: 'mean' });
    raise('10');
    const told = ['10', '1', '25'].map((value, at) =>
      kinds(board.post('ada', value, `2026-06-01T1${at}:00:00.000Z`)),
    );
    expect(told).toEqual([['standard-reached'], [], []]);
    expect(row()?.reached).toBe(1);
  });

  it('[ST5] an annulment takes away what was reached, and it is told again when it is again', () => {
    const { board, raise, row } = boardWith();
    for (const unit of ['ada', 'bo']) board.post(unit, '5', inJune);
    raise('10');
    board.post('ada', '10', inJune);
    const first = board.state.seq;
    board.post('bo', '10', inJune);
    expect(row()).toMatchObject({ reached: 2, last: { unit: 'bo' } });
    board.add({ type: 'result.annulled', result: first, reason: 'wrong scale' });
    expect(row()).toMatchObject({ reached: 1, first: { unit: 'bo' }, last: null });
    const again = board.post('ada', '11', inJune).happenings;
    expect(again).toContainEqual(
      expect.objectContaining({ unit: 'ada', first: false, last: true }),
    );
    board.add({ type: 'result.corrected', result: board.state.seq, value: '9', reason: 'misread' });
    expect(row()).toMatchObject({ reached: 1, missing: ['ada'] });
  });

  it('[ST6] kept up entry by entry, decided anew and read from a snapshot are the same', () => {
    const raise = fc.record({ at: fc.nat(30), value: fc.integer({ min: -4, max: 9 }) });
    const steps = fc.array(stepArbitrary, { maxLength: 30 });
    let reaching = 0;
    fc.assert(
      fc.property(metricArbitrary, steps, fc.array(raise), (metric, taken, raises) => {
        // Received in the week of the first results; the later ones fall into the next.
        const scenario = new Scenario(metric, Date.UTC(2026, 2, 28));
        const { workdays } = createCalendar();
        scenario.add({ type: 'calendar.put', workdays, holidays: [], period: 'week' });
        for (const [at, step] of taken.entries()) {
          for (const one of raises)
            if (one.at === at)
              scenario.add({ type: 'standard.raised', metric: 'm', value: `${one.value}` });
          scenario.take(step);
        }
        const { state, entries } = scenario;
        const standard = state.books.standards.get('m');
        const last = entries.at(-1);
        if (!standard || !last) return;
        reaching += standard.reached.size;
        const kept = new Map(standard.reached);
        const loaded = loadBoard(copyPlain(dumpBoard(state)));
        expect(loaded.books.standards.get('m')).toEqual(standard);
        reachQuietly(state, standard, last);
        expect(standard.reached).toEqual(kept);
      }),
      { numRuns: 200 },
    );
    expect(reaching).toBeGreaterThan(0);
  });

  it('[ST7] a low sum is reached when the month is over, and then with the next post', () => {
    const { board, raise, row } = boardWith({ aggregate: 'sum', direction: 'lower' });
    raise('10');
    board.post('ada', '3', inJune);
    expect(row()).toMatchObject({ reached: 0, now: 0, missing: ['ada'] });
    expect(row(june1 + 30)).toMatchObject({ reached: 1 });
  });
});

describe('a proposal', () => {
  it('[ST8] comes with two thirds, from the level that a quarter of the units has reached', () => {
    const { board, raise, row, idOf } = boardWith();
    for (const unit of ['ada', 'bo', 'cy', 'dee']) board.post(unit, '5', inJune);
    raise('10');
    board.post('ada', '14', inJune);
    const best = idOf(board.state.seq);
    board.post('bo', '12', inJune);
    expect(row()?.proposal).toBeNull();
    board.post('cy', '10', inJune);
    // 3 of 4 have reached it; a quarter of 4 is one unit: the best of them.
    expect(row()?.proposal).toEqual({ value: '14.0', from: 'quartile', result: best, reached: 1 });
  });

  it('[ST8] falls back on the record where the quartile is no better, and on nothing else', () => {
    const { board, raise, row, idOf } = boardWith();
    board.post('ada', '30', '2026-04-01');
    const record = idOf(board.state.seq);
    raise('10');
    for (const unit of ['ada', 'bo']) board.post(unit, '10', inJune);
    expect(row()?.proposal).toEqual({ value: '30.0', from: 'record', result: record, reached: 0 });
    const total = boardWith({ aggregate: 'sum' });
    total.board.post('ada', '30', '2026-04-01');
    total.raise('10');
    for (const unit of ['ada', 'bo']) total.board.post(unit, '10', inJune);
    expect(total.row()).toMatchObject({ reached: 2, proposal: null });
  });
});
