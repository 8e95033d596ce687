import { describe, expect, it } from 'vitest';
import { previewChange } from '../board/preview.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { progression, standingRecords } from './queries.ts';

function lineOf(board: SmallBoard, scope: 'board' | 'sector' | 'unit' = 'board', of?: string) {
  return progression(board.state, { metric: 'output', scope, sector: of, unit: of }).map(
    ({ value, kind, holders, achievedAt }) => `${achievedAt} ${value} ${kind} ${holders.join('+')}`,
  );
}

describe('records', () => {
  it('[RC1] a result claims the board, its sector and its unit, with what stood before', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    board.post('cy', '12', '2026-05-02');
    const { outcome } = board.post('bo', '11', '2026-05-03');
    expect(outcome?.records).toMatchObject([
      {
        scope: 'sector',
        kind: 'broken',
        sector: 'north',
        previous: { value: '10.0', holders: ['ada'] },
      },
      { scope: 'unit', kind: 'broken', unit: 'bo' },
    ]);
    expect(outcome?.records[1]?.previous).toBeUndefined();
  });

  it('[RC2] an equal mark equals the record and is another kind than breaking it', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    const { outcome, happenings } = board.post('cy', '10', '2026-05-02');
    expect(outcome?.records[0]).toMatchObject({ scope: 'board', kind: 'equalled' });
    expect(happenings[0]).toMatchObject({ kind: 'record', how: 'equalled', scope: 'board', n: 1 });
    expect(lineOf(board)).toEqual(['2026-05-01 10.0 new ada', '2026-05-02 10.0 equalled cy']);
  });

  it('[RC3] values are compared after rounding to the decimals of the metric', () => {
    const board = new SmallBoard();
    board.post('ada', '10.04');
    const { outcome } = board.post('cy', '9.96', '2026-05-02');
    expect(outcome?.records[0]).toMatchObject({ kind: 'equalled', previous: { value: '10.0' } });
  });

  it('[RC4] per day only the best mark of a day stands, and an equal one of another unit', () => {
    const board = new SmallBoard({ recordsPer: 'day' });
    board.post('ada', '10', '2026-05-01T08:00:00.000Z');
    board.post('cy', '11', '2026-05-01T09:00:00.000Z');
    board.post('bo', '11', '2026-05-01T10:00:00.000Z');
    board.post('cy', '11', '2026-05-01T11:00:00.000Z');
    expect(lineOf(board)).toEqual([
      '2026-05-01T09:00:00.000Z 11.0 new cy',
      '2026-05-01T10:00:00.000Z 11.0 equalled bo',
    ]);
  });

  it('[RC15] an equal joint mark of the day stands for the unit it brings in, in any order of arrival', () => {
    const together = (unit: string) => ({
      ownWeight: 1,
      partners: [{ unit, role: 'performed' as const, weight: 1 }],
    });
    const posts = [
      ['ada', '08', {}],
      ['ada', '09', together('bo')],
      ['bo', '10', {}],
      ['cy', '11', together('bo')],
      ['ada', '12', together('cy')],
    ] as const;
    for (const order of [posts, [...posts].reverse()]) {
      const board = new SmallBoard({ recordsPer: 'day' });
      for (const [unit, hour, more] of order)
        board.post(unit, '11', `2026-05-01T${hour}:00:00.000Z`, more);
      expect(lineOf(board)).toEqual([
        '2026-05-01T08:00:00.000Z 11.0 new ada',
        '2026-05-01T09:00:00.000Z 11.0 equalled ada+bo',
        '2026-05-01T11:00:00.000Z 11.0 equalled cy+bo',
      ]);
      expect(lineOf(board, 'unit', 'bo')).toEqual(['2026-05-01T09:00:00.000Z 11.0 new ada+bo']);
    }
  });

  it('[RC5] the calendar day is that of the zone of the board', () => {
    const board = new SmallBoard({ recordsPer: 'day' });
    // 22:30 UTC on 1 May is 00:30 on 2 May in Paris.
    board.post('ada', '10', '2026-05-01T21:30:00.000Z');
    board.post('cy', '11', '2026-05-01T22:30:00.000Z');
    expect(lineOf(board)).toHaveLength(2);
  });

  it('[RC6] a backdated result takes its place and takes out what it outdoes', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    board.post('bo', '11', '2026-05-05');
    board.post('cy', '13', '2026-05-09');
    const { outcome, happenings } = board.post('dee', '12', '2026-05-03');
    expect(lineOf(board)).toEqual([
      '2026-05-01 10.0 new ada',
      '2026-05-03 12.0 new dee',
      '2026-05-09 13.0 new cy',
    ]);
    expect(outcome?.records[0]).toMatchObject({ scope: 'board', standing: false });
    expect(happenings.filter((h) => h.kind === 'record' && h.scope === 'board')).toEqual([]);
  });

  it('[RC7] an annulment brings back what the result had outdone, and says what was lost', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    board.post('cy', '14', '2026-05-02');
    const seq = board.state.seq;
    board.post('bo', '12', '2026-05-03');
    const { happenings, revision } = board.add({
      type: 'result.annulled',
      result: seq,
      reason: 'wrong gauge',
    });
    expect(lineOf(board)).toEqual(['2026-05-01 10.0 new ada', '2026-05-03 12.0 new bo']);
    expect(happenings[0]).toMatchObject({ kind: 'annulment', reason: 'wrong gauge', unit: 'cy' });
    expect(revision?.lost[0]).toMatchObject({
      scope: 'board',
      now: { value: '12.0', holders: ['bo'] },
    });
    expect(revision?.ranking).toEqual([
      { metric: 'output', unit: 'cy', before: 1, after: null },
      { metric: 'output', unit: 'bo', before: 2, after: 1 },
      { metric: 'output', unit: 'ada', before: 3, after: 2 },
    ]);
  });

  it('[RC8] a preview says the same and changes nothing', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    board.post('cy', '14', '2026-05-02');
    const entry = board.entryOf({ type: 'result.annulled', result: board.state.seq, reason: 'no' });
    const before = JSON.stringify([lineOf(board), board.state.seq, board.state.feed]);
    const { happenings, revision } = previewChange(board.state, entry);
    expect(JSON.stringify([lineOf(board), board.state.seq, board.state.feed])).toBe(before);
    expect(board.add(entry.fact)).toMatchObject({ happenings, revision });
  });

  it('[RC9] a breakthrough beats the old board or sector record by the margin at least', () => {
    const board = new SmallBoard({ breakthroughMargin: '2' });
    expect(board.post('ada', '10').outcome?.records.some((r) => r.breakthrough)).toBe(false);
    expect(board.post('cy', '11.9').outcome?.records.some((r) => r.breakthrough)).toBe(false);
    const { happenings } = board.post('bo', '12.0');
    expect(happenings.map((h) => [h.kind, 'scope' in h ? h.scope : ''])).toEqual([
      ['record', 'board'],
      ['record', 'sector'],
      ['record', 'unit'],
      ['breakthrough', 'sector'],
      ['new-leader', ''],
    ]);
    expect(standingRecords(board.state, { scope: 'sector', sector: 'north' })[0]).toMatchObject({
      value: '12.0',
      breakthrough: true,
    });
  });

  it('[RC10] a joint record is held jointly and is each partner’s best', () => {
    const board = new SmallBoard();
    const { happenings } = board.post('ada', '10', '2026-05-01', {
      partners: [{ unit: 'cy', role: 'helped', weight: 1 }],
      ownWeight: 3,
    });
    expect(lineOf(board)).toEqual(['2026-05-01 10.0 new ada+cy']);
    expect(lineOf(board, 'unit', 'cy')).toEqual(['2026-05-01 10.0 new ada+cy']);
    expect(lineOf(board, 'sector', 'south')).toEqual([]);
    expect(happenings[0]).toMatchObject({
      unit: 'ada',
      partners: [{ unit: 'cy', role: 'helped', share: '0.25' }],
    });
  });

  it('[RC11] lower is better where the metric says so, below zero as well', () => {
    const board = new SmallBoard({ direction: 'lower' });
    board.post('ada', '0.5', '2026-05-01');
    board.post('bo', '-0.2', '2026-05-02');
    board.post('cy', '-0.1', '2026-05-03');
    expect(lineOf(board)).toEqual(['2026-05-01 0.5 new ada', '2026-05-02 -0.2 new bo']);
  });

  it('[RC12] a unit that moves leaves its results in the sector of that day', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    board.add({ type: 'unit.put', id: 'ada', name: 'ada', sector: 'south' });
    board.post('ada', '9', '2026-05-02');
    expect(lineOf(board, 'sector', 'north')).toEqual(['2026-05-01 10.0 new ada']);
    expect(lineOf(board, 'sector', 'south')).toEqual(['2026-05-02 9.0 new ada']);
  });

  it('[RC13] a standing record counts who has equalled it since', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    board.post('bo', '10', '2026-05-02');
    board.post('cy', '10', '2026-05-03');
    expect(standingRecords(board.state, { metric: 'output', scope: 'board' })).toMatchObject([
      { value: '10.0', holders: ['ada'], equalled: 2, equalledBy: ['bo', 'cy'] },
    ]);
  });

  it('[RC14] a correction keeps what was announced beside what is now recognised', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-01');
    const { happenings } = board.add({
      type: 'result.corrected',
      result: board.state.seq,
      value: '9.5',
      reason: 'misread',
    });
    expect(happenings[0]).toMatchObject({ kind: 'correction', before: '10.0', value: '9.5' });
    expect(lineOf(board)).toEqual(['2026-05-01 9.5 new ada']);
  });

  it('[RC16] a correction says which standing records read otherwise now, and only those', () => {
    const board = new SmallBoard();
    board.post('bo', '8', '2026-05-01');
    board.post('ada', '10', '2026-05-02');
    const ada = board.state.seq;
    const correct = (more: { value?: string; note?: string }) =>
      board.add({ type: 'result.corrected', result: ada, reason: 'misread', ...more })
        .happenings[0];
    const scopes = (lines: { scope: string }[] = []) => lines.map(({ scope }) => scope);
    const lower = correct({ value: '9' });
    if (lower?.kind !== 'correction') throw new Error('a correction is told first');
    expect([scopes(lower.lost), scopes(lower.kept)]).toEqual([[], ['board', 'sector', 'unit']]);
    expect(lower.kept?.[0]?.now).toMatchObject({ value: '9.0', holders: ['ada'] });
    expect(correct({ note: 'with the new tool' })).not.toHaveProperty('kept');
    const behind = correct({ value: '7' });
    if (behind?.kind !== 'correction') throw new Error('a correction is told first');
    expect([scopes(behind.lost), scopes(behind.kept)]).toEqual([['board', 'sector'], ['unit']]);
  });
});
