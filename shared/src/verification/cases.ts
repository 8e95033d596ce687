import { locateResult } from '../board/apply-change.ts';
import type { MetricState } from '../board/metric-state.ts';
import type { Located } from '../board/revise.ts';
import type { BoardState } from '../board/state.ts';
import { brokeThrough } from '../records/queries.ts';
import { standingPosition } from '../records/line.ts';
import { lineAt, rulesOf, type LineKey } from '../records/scopes.ts';
import { isAnnulled } from '../results/columns.ts';
import { resultRow, stateOf } from '../results/rows.ts';
import type { Review } from './book.ts';
import { heldLines } from './held-lines.ts';
import { missingOf, openObjections, recognitionOf } from './recognition.ts';
import { seqOf } from './steps.ts';
import type { VerificationCase } from './row.ts';

/** Cases that are given out at once. */
export const maxCases = 200;
/** Marks of one line that are looked at, the newest: lines of equal marks may be long. */
const maxMarks = 200;

/** Marks of a line that ask to be verified: those that stand, and breakthroughs of any time. */
function waitingMarks(metric: MetricState, key: LineKey): number[] {
  const line = lineAt(metric, key);
  const standing = standingPosition(line, rulesOf(metric, key.scope));
  const from = Math.max(0, line.marks.length - maxMarks);
  return line.marks.slice(from).filter((mark, at) => {
    const position = from + at;
    if (position >= standing) return true;
    return stateOf(metric, mark) === 'provisional' && brokeThrough(metric, key, position);
  });
}

function objectionsOf(review: Review | undefined): VerificationCase['objections'] {
  return (review?.objections ?? []).flatMap(({ unit, reason, at, settledAt }, index) =>
    settledAt === undefined
      ? [{ objection: index + 1, by: unit ?? null, reason, at: new Date(at).toISOString() }]
      : [],
  );
}

function caseOf(state: BoardState, found: Located, now: number): VerificationCase | undefined {
  const { verification } = state.books;
  const review = verification.reviews.get(seqOf(found));
  const missing = missingOf(verification, state.zone, review, now);
  if (missing.length === 0) return undefined;
  const lines = heldLines(state, found);
  const result = resultRow(state, found.metric, found.index);
  const { windowEndsAt } = recognitionOf(verification, state.zone, review);
  return {
    result,
    lines,
    breakthrough: lines.some(({ breakthrough }) => breakthrough),
    missing,
    since: result.receivedAt,
    ...(windowEndsAt === undefined ? {} : { windowEndsAt: new Date(windowEndsAt).toISOString() }),
    objections: objectionsOf(review),
  };
}

/** Breakthroughs first, then what somebody objects to, then what waits longest. */
export function compareCases(a: VerificationCase, b: VerificationCase): number {
  return (
    Number(b.breakthrough) - Number(a.breakthrough) ||
    Number(b.objections.length > 0) - Number(a.objections.length > 0) ||
    Date.parse(a.since) - Date.parse(b.since) ||
    a.result.seq - b.result.seq
  );
}

interface Kept {
  moves: number;
  revision: number;
  sectors: number;
  indexes: readonly number[];
}

/** The records that wait, kept up metric by metric: one whose lines did not move is not read. */
export class VerificationCases {
  private readonly state: BoardState;
  private readonly kept = new Map<MetricState, Kept>();

  constructor(state: BoardState) {
    this.state = state;
  }

  /** All that wait at `now` (ms since the epoch), in the order of urgency. */
  list(now: number): VerificationCase[] {
    const found = new Map<number, Located>();
    for (const metric of this.state.metrics.values())
      for (const index of this.waitingOf(metric))
        found.set(metric.results.seq[index] ?? 0, { metric, index });
    for (const [seq, review] of this.state.books.verification.reviews)
      if (openObjections(review) > 0) {
        const located = locateResult(this.state, seq);
        if (located && !isAnnulled(located.metric.results, located.index)) found.set(seq, located);
      }
    return [...found.values()]
      .flatMap((located) => caseOf(this.state, located, now) ?? [])
      .sort(compareCases);
  }

  private waitingOf(metric: MetricState): readonly number[] {
    const sectors = this.state.sectorIndex.ids.length;
    const { recordMoves: moves, revision } = metric;
    const old = this.kept.get(metric);
    if (old?.moves === moves && old.revision === revision && old.sectors === sectors)
      return old.indexes;
    const keys: LineKey[] = [
      { scope: 'board', of: 0 },
      ...this.state.sectorIndex.ids.map((_, of): LineKey => ({ scope: 'sector', of })),
    ];
    const indexes = [...new Set(keys.flatMap((key) => waitingMarks(metric, key)))];
    this.kept.set(metric, { moves, revision, sectors, indexes });
    return indexes;
  }
}
