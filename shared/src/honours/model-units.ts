import type { Scope } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import { adoptionCredit } from '../experiences/credit.ts';
import { compareMarks, type RecordLine } from '../records/line.ts';
import { rulesOf } from '../records/scopes.ts';
import { isAnnulled } from '../results/columns.ts';
import { partiesOf } from '../results/parties.ts';
import { resultIdAt } from '../results/result-id.ts';
import { allocate } from '../results/shares.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { ModelTerm, ModelUnitRow } from './row.ts';

/** Points of the model-unit ranking, in hundredths; docs/spec/honours.md says why. */
export const modelPoints = {
  record: { board: 500, sector: 300, unit: 100 },
  helped: 100,
  given: 300,
  learned: 200,
} as const;

const scopeOrder: readonly Scope[] = ['board', 'sector', 'unit'];

interface Source {
  results: string[];
  experiences: string[];
}

interface Tally {
  hundredths: bigint;
  terms: Map<ModelTerm['kind'], { hundredths: bigint; count: number } & Source>;
}

/** Adds up what units did; each result gives its record points once, shared by its parties. */
export class ModelTally {
  readonly units = new Map<string, Tally>();

  add(
    unit: string,
    kind: ModelTerm['kind'],
    hundredths: bigint,
    source: { result?: string; experience?: string },
  ): void {
    let tally = this.units.get(unit);
    if (!tally) this.units.set(unit, (tally = { hundredths: 0n, terms: new Map() }));
    let term = tally.terms.get(kind);
    if (!term)
      tally.terms.set(kind, (term = { count: 0, hundredths: 0n, results: [], experiences: [] }));
    tally.hundredths += hundredths;
    term.hundredths += hundredths;
    term.count++;
    const { result, experience } = source;
    if (result !== undefined) term.results.push(result);
    if (experience !== undefined) term.experiences.push(experience);
  }

  /** In order; equal scores share a place. */
  rows(): ModelUnitRow[] {
    const units = [...this.units].sort(
      ([a, one], [b, two]) =>
        Number(two.hundredths - one.hundredths) || (a < b ? -1 : a > b ? 1 : 0),
    );
    let place = 0;
    let score: bigint | undefined;
    return units.map(([unit, tally], at): ModelUnitRow => {
      if (tally.hundredths !== score) place = at + 1;
      score = tally.hundredths;
      const terms = [...tally.terms].map(([kind, term]) => ({
        kind,
        count: term.count,
        points: formatMinor(term.hundredths, 2),
        results: term.results,
        experiences: [...new Set(term.experiences)],
      }));
      return { place, unit, score: formatMinor(tally.hundredths, 2), terms };
    });
  }
}

/** Results that broke a standing record of the line within the span; the first mark broke none. */
function* brokenIn(
  metric: MetricState,
  line: RecordLine,
  scope: Scope,
  span: Period,
): Iterable<number> {
  const rules = rulesOf(metric, scope);
  const { day } = metric.results;
  for (let at = line.marks.length - 1; at > 0; at--) {
    // Both positions lie within the array.
    const [mark, before] = [line.marks[at] as number, line.marks[at - 1] as number];
    const markDay = day[mark] ?? 0;
    if (markDay < span.from) return;
    if (markDay <= span.to && compareMarks(rules, mark, before) !== 0) yield mark;
  }
}

function linesOf({ lines }: MetricState, scope: Scope): readonly (RecordLine | undefined)[] {
  if (scope === 'board') return [lines.board];
  return scope === 'sector' ? lines.sectors : lines.units;
}

/** The widest scope in which each result broke a record within the span. */
export function recordsBroken(metric: MetricState, span: Period): Map<number, Scope> {
  const widest = new Map<number, Scope>();
  for (const scope of scopeOrder)
    for (const line of linesOf(metric, scope))
      if (line)
        for (const index of brokenIn(metric, line, scope, span))
          if (!widest.has(index)) widest.set(index, scope);
  return widest;
}

function countRecords(tally: ModelTally, state: BoardState, metric: MetricState, span: Period) {
  for (const [index, scope] of recordsBroken(metric, span)) {
    const parties = partiesOf(metric, index, metric.metric.aggregate);
    const weights = parties.map(({ part }) => part.weight);
    const points = allocate(modelPoints.record[scope], weights);
    const result = resultIdAt(state, metric.results.seq[index] ?? 0);
    for (const [at, { unit }] of parties.entries())
      tally.add(idAt(state.unitIndex, unit), `${scope}-record`, points[at] ?? 0n, { result });
  }
}

/** Whoever helped or lent a hand in another unit's result. */
function countHelp(tally: ModelTally, state: BoardState, metric: MetricState, span: Period): void {
  const { results, extras } = metric;
  for (const [index, { partners }] of extras.joint) {
    const day = results.day[index] ?? 0;
    if (day < span.from || day > span.to || isAnnulled(results, index)) continue;
    const result = resultIdAt(state, results.seq[index] ?? 0);
    for (const { unit, role } of partners)
      if (role !== 'performed')
        tally.add(idAt(state.unitIndex, unit), 'helped', BigInt(modelPoints.helped), { result });
  }
}

/** Whose experience was adopted, and who adopted: both gain. */
function countLearning(tally: ModelTally, state: BoardState, span: Period): void {
  for (const [unit, { given, received }] of adoptionCredit(state, span)) {
    for (const { experience } of given)
      tally.add(unit, 'experience-adopted', BigInt(modelPoints.given), { experience });
    for (const { experience } of received)
      tally.add(unit, 'learned', BigInt(modelPoints.learned), { experience });
  }
}

/** Who sets the example in a span of days: records, help given, and learning given and taken. */
export function modelUnits(state: BoardState, span: Period): ModelUnitRow[] {
  const tally = new ModelTally();
  for (const metric of state.metrics.values()) {
    countRecords(tally, state, metric, span);
    countHelp(tally, state, metric, span);
  }
  countLearning(tally, state, span);
  return tally.rows();
}
