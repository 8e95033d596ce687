import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import { maxCases, VerificationCases } from './cases.ts';
import type { VerificationRow } from './row.ts';

/** The records that wait to be ratified. Windows end at midnights, so it is one of the day. */
export function createVerificationView(state: BoardState, topic: string): View {
  const cases = new VerificationCases(state);
  let rows: ReadonlyMap<string, Row> = new Map();
  function* verificationRows(now: number): Iterable<[string, VerificationRow]> {
    const waiting = cases.list(now);
    const breakthroughs = waiting.filter(({ breakthrough }) => breakthrough).length;
    const { rules } = state.books.verification;
    yield ['summary', { kind: 'summary', waiting: waiting.length, breakthroughs, rules }];
    for (const one of waiting.slice(0, maxCases))
      yield [`case:${one.result.id}`, { kind: 'case', ...one }];
  }
  return {
    topic,
    touchedBy: (change) =>
      change.records.size > 0 || change.vocabulary || change.areas.has('verification'),
    rows: (now) => {
      rows = reuseRows(rows, verificationRows(now));
      return rows;
    },
  };
}
