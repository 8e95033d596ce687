import { describe, expect, it } from 'vitest';
import { previewChange } from '../board/preview.ts';
import { progression } from '../records/queries.ts';
import { findResult } from '../results/list.ts';
import { resultIdAt } from '../results/result-id.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { isRatified, missingOf, recognitionOf } from './recognition.ts';

const hour = 3_600_000;

/** A board with one record by `ada`, under the given rules. */
function withRecord(witnesses: 0 | 1, objectionDays: number) {
  const board = new SmallBoard();
  board.add({
    type: 'verification.ruled',
    witnesses,
    objectionDays,
    breakthroughsNeedVerification: true,
  });
  board.post('ada', '10');
  const result = board.state.seq;
  const { state } = board;
  const book = state.books.verification;
  return {
    board,
    result,
    verify: () => board.add({ type: 'result.verified', result }),
    attest: (unit: string) => board.add({ type: 'result.attested', result, unit }),
    object: () => board.add({ type: 'result.objected', result, unit: 'cy', reason: 'the scale' }),
    settle: (decision: 'dismissed' | 'upheld', objection = 1) =>
      board.add({ type: 'objection.settled', result, objection, decision, reason: 'looked' }),
    missing: (now: number) => missingOf(book, state.zone, book.reviews.get(result), now),
    ratified: (now: number) => isRatified(book, state.zone, book.reviews.get(result), now),
    recognition: () => recognitionOf(book, state.zone, book.reviews.get(result)),
  };
}

const noon = Date.UTC(2026, 5, 1, 12);

describe('ratification', () => {
  it('[VF1] needs no more than a verification where the board asks for no more', () => {
    const record = withRecord(0, 0);
    expect(record.missing(noon)).toEqual(['verification']);
    record.verify();
    expect(record.missing(noon + hour)).toEqual([]);
    expect(record.ratified(noon + hour)).toBe(true);
  });

  it('[VF1] waits for the witness, before or after the verification', () => {
    const record = withRecord(1, 0);
    record.verify();
    expect(record.missing(noon + hour)).toEqual(['attestation']);
    expect(record.attest('bo').happenings).toMatchObject([{ kind: 'attestation', witness: 'bo' }]);
    expect(record.missing(noon + hour)).toEqual([]);
    expect(record.attest('cy').unfit).toBe('ratified');
    const early = withRecord(1, 0);
    early.attest('bo');
    expect(early.attest('bo').unfit).toBe('attested');
    expect(early.missing(noon + hour)).toEqual(['verification']);
    early.verify();
    expect(early.ratified(noon + hour)).toBe(true);
  });

  it('[VF2] the window ends with the midnight of its last day in the zone of the board', () => {
    const record = withRecord(0, 2);
    record.verify();
    // Verified on 1 June in Paris (UTC+2): the 2nd and the 3rd are open.
    const end = Date.UTC(2026, 5, 3, 22);
    expect(record.recognition()).toEqual({ windowEndsAt: end, ratifiesAt: end });
    expect(record.missing(end - 1)).toEqual(['window']);
    expect(record.missing(end)).toEqual([]);
  });

  it('[VF2] a change of rules does not reach back', () => {
    const record = withRecord(0, 0);
    record.verify();
    record.board.add({
      type: 'verification.ruled',
      witnesses: 1,
      objectionDays: 30,
      breakthroughsNeedVerification: true,
    });
    expect(record.ratified(noon + hour)).toBe(true);
    expect(record.object().unfit).toBe('ratified');
  });

  it('[VF1] an open objection holds it up past the window', () => {
    const record = withRecord(0, 1);
    record.verify();
    expect(record.object().happenings).toMatchObject([
      { kind: 'objection', objection: 1, by: 'cy', reason: 'the scale' },
    ]);
    const later = noon + 90 * 24 * hour;
    expect(record.missing(later)).toEqual(['settlement']);
    expect(record.recognition().ratifiesAt).toBeUndefined();
  });
});

describe('objections', () => {
  it('[VF3] dismissed, the record goes on; settled once', () => {
    const record = withRecord(0, 1);
    record.verify();
    record.object();
    expect(record.settle('dismissed').happenings).toMatchObject([{ kind: 'objection-dismissed' }]);
    expect(record.settle('upheld').unfit).toBe('settled');
    expect(record.settle('upheld', 2).unfit).toBe('unknown-objection');
    expect(record.missing(noon + 90 * 24 * hour)).toEqual([]);
  });

  it('[VF3] [VF4] upheld, the result is rejected and told as not recognised', () => {
    const record = withRecord(0, 1);
    const { board, result } = record;
    record.object();
    const applied = record.settle('upheld');
    expect(applied.happenings[0]).toMatchObject({ kind: 'annulment', rejected: true });
    const id = resultIdAt(board.state, result);
    expect(findResult(board.state, id)).toMatchObject({ state: 'annulled', reason: 'looked' });
    expect(board.state.books.verification.reviews.get(result)?.rejected).toBe(true);
    expect(progression(board.state, { metric: 'output', scope: 'board' })).toEqual([]);
    expect(record.verify().unfit).toBe('annulled');
  });
});

it('[VF4] a rejection counts as an annulment', () => {
  const [rejecting, annulling] = [withRecord(0, 0), withRecord(0, 0)];
  const reason = 'no witness';
  const one = rejecting.board.add({ type: 'result.rejected', result: rejecting.result, reason });
  const other = annulling.board.add({ type: 'result.annulled', result: annulling.result, reason });
  expect(one.revision).toEqual(other.revision);
  expect(one.happenings[0]).toEqual({ ...other.happenings[0], rejected: true });
});

it('[VF5] a correction asks for verification and witnesses anew', () => {
  const record = withRecord(1, 0);
  record.attest('bo');
  record.verify();
  const { board, result } = record;
  board.add({ type: 'result.corrected', result, value: '9', reason: 'misread' });
  expect(record.missing(noon + hour)).toEqual(['verification', 'attestation']);
  expect(record.attest('bo').unfit).toBeUndefined();
});

it('[VF6] an annulment says every mark that left a line and came back, and every place moved', () => {
  const board = new SmallBoard();
  board.post('bo', '6', '2026-05-01');
  board.post('ada', '10', '2026-05-02');
  const result = board.state.seq;
  // Outdone by the one above, and so no marks until it goes.
  board.post('bo', '7', '2026-05-03');
  board.post('cy', '8', '2026-05-04');
  board.post('dee', '12', '2026-05-05');
  const fact = { type: 'result.annulled' as const, result, reason: 'wrong scale' };
  const preview = previewChange(board.state, board.entryOf(fact));
  const { revision } = board.add(fact);
  expect(preview.revision).toEqual(revision);
  const values = revision?.records.map(({ scope, key, gone, back }) => ({
    scope,
    key,
    gone: gone.map(({ value }) => value),
    back: back.map(({ value }) => value),
  }));
  expect(values).toEqual([
    { scope: 'board', key: '', gone: ['10.0'], back: ['7.0', '8.0'] },
    { scope: 'sector', key: 'north', gone: ['10.0'], back: ['7.0'] },
    { scope: 'unit', key: 'ada', gone: ['10.0'], back: [] },
  ]);
  expect(revision?.ranking).toEqual([
    { metric: 'output', unit: 'ada', before: 2, after: null },
    { metric: 'output', unit: 'cy', before: 3, after: 2 },
    { metric: 'output', unit: 'bo', before: 4, after: 3 },
  ]);
});
