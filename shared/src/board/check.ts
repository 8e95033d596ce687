import { dayNumber, isCalendarDate } from '../calendar/date.ts';
import type { FactOf } from '../ledger/entry.ts';
import { flag } from '../results/columns.ts';
import { seqOfResultId } from '../results/result-id.ts';
import { splitShares } from '../results/shares.ts';
import { retiredProblems } from '../lifecycle/draft.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import type { Metric } from '../vocabulary/metric.ts';
import type { CorrectionBody, Partner, ResultBody } from '../vocabulary/result.ts';
import { locateResult } from './apply-change.ts';
import { isFixedChanged } from './apply-vocabulary.ts';
import type { Drafted, FactProblem } from './fact-problem.ts';
import type { BoardState } from './state.ts';

/** How far a result may lie in the future: clocks differ. */
export const maxAheadMs = 5 * 60_000;

export type { Drafted, FactProblem } from './fact-problem.ts';

function checkAchieved(state: BoardState, achievedAt: string, now: number): FactProblem[] {
  const isAhead = isCalendarDate(achievedAt)
    ? dayNumber(achievedAt) > state.zone.dayAt(now)
    : Date.parse(achievedAt) > now + maxAheadMs;
  return isAhead ? [{ kind: 'invalid', path: 'achievedAt', message: 'lies in the future' }] : [];
}

function checkValue(value: string, metric: Metric): FactProblem[] {
  if (toMinor(value, metric.decimals) !== undefined) return [];
  return [{ kind: 'invalid', path: 'value', message: 'has too many digits (15 at the most)' }];
}

function checkPartners(
  state: BoardState,
  unit: string,
  partners: readonly Partner[],
): FactProblem[] {
  const seen = new Set<string>();
  return partners.flatMap((partner, at): FactProblem[] => {
    const path = `partners.${at}.unit`;
    if (partner.unit === unit)
      return [{ kind: 'invalid', path, message: 'a unit cannot be its own partner' }];
    if (seen.has(partner.unit))
      return [{ kind: 'invalid', path, message: 'is named as a partner twice' }];
    seen.add(partner.unit);
    return state.units.has(partner.unit)
      ? []
      : [{ kind: 'unknown-unit', path, message: `no unit "${partner.unit}" on this board` }];
  });
}

type JointFields = Pick<FactOf<'result.posted'>, 'partners' | 'ownWeight'>;

function splitPartners(
  partners: readonly Partner[],
): { fields: JointFields } | { problem: FactProblem } {
  const shares = splitShares(partners);
  if (shares.kind === 'shares')
    return { fields: { partners: shares.partners, ownWeight: shares.ownWeight } };
  const path = `partners.${shares.partner}.share`;
  return { problem: { kind: 'invalid', path, message: shares.message } };
}

const picturesOf = (evidence: NonNullable<ResultBody['evidence']>): string[] => [
  ...new Set(evidence.map(({ picture }) => picture)),
];

/** Makes the fact of a posted result, or says what is wrong with it. `now`: ms since the epoch. */
export function draftResult(
  state: BoardState,
  body: ResultBody,
  now: number,
): Drafted<FactOf<'result.posted'>> {
  const unit = state.units.get(body.unit);
  const metric = state.metrics.get(body.metric);
  const partners = body.partners ?? [];
  const split = splitPartners(partners);
  const problems: FactProblem[] = [];
  if (!unit)
    problems.push({ kind: 'unknown-unit', path: 'unit', message: `no unit "${body.unit}"` });
  if (!metric)
    problems.push({
      kind: 'unknown-metric',
      path: 'metric',
      message: `no metric "${body.metric}"`,
    });
  else problems.push(...checkValue(body.value, metric.metric));
  if (body.achievedAt !== undefined) problems.push(...checkAchieved(state, body.achievedAt, now));
  problems.push(...checkPartners(state, body.unit, partners));
  problems.push(
    ...retiredProblems(state, { ...body, partners: partners.map((partner) => partner.unit) }),
  );
  if ('problem' in split) problems.push(split.problem);
  if (!unit || problems.length > 0 || 'problem' in split) return { kind: 'problems', problems };
  return {
    kind: 'fact',
    fact: {
      type: 'result.posted',
      unit: body.unit,
      metric: body.metric,
      value: body.value,
      achievedAt: body.achievedAt ?? new Date(now).toISOString(),
      sector: unit.sector,
      ...(body.note ? { note: body.note } : {}),
      ...(partners.length > 0 ? split.fields : {}),
      ...(body.evidence?.length ? { pictures: picturesOf(body.evidence) } : {}),
    },
  };
}

/** The position of a result that may still be changed, or why it may not. */
export function checkChangeable(
  state: BoardState,
  id: string,
): { seq: number; unit: string; metric: Metric } | { problem: FactProblem } {
  const seq = seqOfResultId(state, id);
  const found = seq === undefined ? undefined : locateResult(state, seq);
  if (seq === undefined || !found)
    return { problem: { kind: 'unknown-result', path: 'id', message: 'no such result' } };
  const { metric, index } = found;
  if ((metric.results.flags[index] ?? 0) & flag.annulled)
    return { problem: { kind: 'annulled', path: 'id', message: 'the result is annulled' } };
  const unit = state.unitIndex.ids[metric.results.unit[index] ?? -1] ?? '';
  return { seq, unit, metric: metric.metric };
}

/** Makes the fact of a correction, or says what is wrong with it. `now`: ms since the epoch. */
export function draftCorrection(
  state: BoardState,
  id: string,
  body: CorrectionBody,
  now: number,
): Drafted<FactOf<'result.corrected'>> {
  const target = checkChangeable(state, id);
  if ('problem' in target) return { kind: 'problems', problems: [target.problem] };
  const { value, achievedAt, note, partners, reason } = body;
  const split = splitPartners(partners ?? []);
  const problems = [
    ...(value === undefined ? [] : checkValue(value, target.metric)),
    ...(achievedAt === undefined ? [] : checkAchieved(state, achievedAt, now)),
    ...checkPartners(state, target.unit, partners ?? []),
    ...('problem' in split ? [split.problem] : []),
  ];
  if (problems.length > 0 || 'problem' in split) return { kind: 'problems', problems };
  return {
    kind: 'fact',
    fact: {
      type: 'result.corrected',
      result: target.seq,
      reason,
      ...(value === undefined ? {} : { value }),
      ...(achievedAt === undefined ? {} : { achievedAt }),
      ...(note === undefined ? {} : { note }),
      ...(partners === undefined ? {} : split.fields),
    },
  };
}

/** What stands against a metric as it is to be. */
export function checkMetric(state: BoardState, metric: Metric): FactProblem[] {
  const problems: FactProblem[] = [];
  const existing = state.metrics.get(metric.id);
  if (existing && existing.results.length > 0 && isFixedChanged(existing.metric, metric))
    problems.push({
      kind: 'has-results',
      path: existing.metric.direction === metric.direction ? 'decimals' : 'direction',
      message: 'cannot change once the metric has results',
    });
  const margin = metric.breakthroughMargin;
  if (margin !== undefined && (toMinor(margin, metric.decimals) ?? 0) <= 0)
    problems.push({
      kind: 'invalid',
      path: 'breakthroughMargin',
      message: 'must be above 0 at the decimals of the metric',
    });
  for (const [at, sector] of (metric.sectors ?? []).entries())
    if (!state.sectors.has(sector))
      problems.push({
        kind: 'unknown-sector',
        path: `sectors.${at}`,
        message: `no sector "${sector}" on this board`,
      });
  return problems;
}
