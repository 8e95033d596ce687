import type { Drafted, FactProblem } from '../board/check.ts';
import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { drivesUnderWay } from '../drives/queries.ts';
import type { FactOf } from '../ledger/entry.ts';
import { indexOfSeq, isAnnulled } from '../results/columns.ts';
import { seqOfResultId } from '../results/result-id.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import type { StandardBody } from '../vocabulary/standard.ts';
import { isShownByOne } from './reach.ts';
import { levelOf, meets, standardOf } from './standard.ts';

type StandardFact = FactOf<'standard.raised'> | FactOf<'standard.lowered'>;

function checkProof(metric: MetricState, seq: number | undefined, value: string): FactProblem[] {
  const path = 'result';
  const index = seq === undefined ? -1 : indexOfSeq(metric.results, seq);
  if (index < 0)
    return [{ kind: 'unknown-result', path, message: 'no such result in this metric' }];
  if (isAnnulled(metric.results, index))
    return [{ kind: 'invalid', path, message: 'is annulled and proves nothing' }];
  const shows = meets(metric, metric.results.value[index] ?? 0, value);
  if (isShownByOne(metric) && !shows)
    return [{ kind: 'invalid', path, message: 'does not reach the level it is to prove' }];
  return [];
}

/** How the wanted level compares with the one that holds: above 0 when it is better. */
function comparison(metric: MetricState, wanted: string, held: string | undefined): number {
  if (held === undefined) return 1;
  const { decimals } = metric.metric;
  return (
    ((toMinor(wanted, decimals) ?? 0) - (toMinor(held, decimals) ?? 0)) * signOf(metric.metric)
  );
}

/** A level may be asked for again as it stands; that is no new one. */
function isRepeated(state: BoardState, metric: string, body: StandardBody): boolean {
  const standard = standardOf(state, metric);
  if (!standard) return false;
  const level = levelOf(standard);
  const seq = body.result === undefined ? undefined : seqOfResultId(state, body.result);
  return (
    level.value === body.value &&
    level.result === seq &&
    level.reason === (body.reason ?? undefined)
  );
}

function checkLevel(metric: MetricState, body: StandardBody, compared: number): FactProblem[] {
  const invalid = (path: string, message: string): FactProblem[] => [
    { kind: 'invalid', path, message },
  ];
  if (toMinor(body.value, metric.metric.decimals) === undefined)
    return invalid('value', 'has too many digits (15 at the most)');
  if (compared === 0) return invalid('value', 'is the standard already');
  if (compared < 0 && body.reason === undefined)
    return invalid('reason', 'is missing: this lowers the standard, so say why');
  return [];
}

/**
 * Makes the fact of a new standard, or says what is wrong with it; `same` where it holds already
 * in these very words.
 */
export function draftStandard(
  state: BoardState,
  id: string,
  body: StandardBody,
): Drafted<StandardFact> | { kind: 'same' } {
  const metric = state.metrics.get(id);
  if (!metric)
    return {
      kind: 'problems',
      problems: [{ kind: 'unknown-metric', path: 'id', message: 'no such metric' }],
    };
  if (isRepeated(state, id, body)) return { kind: 'same' };
  const held = standardOf(state, id);
  const compared = comparison(metric, body.value, held && levelOf(held).value);
  const seq = body.result === undefined ? undefined : seqOfResultId(state, body.result);
  const problems = checkLevel(metric, body, compared);
  if (body.result !== undefined) problems.push(...checkProof(metric, seq, body.value));
  const [drive] = drivesUnderWay(state, id);
  if (drive)
    problems.push({
      kind: 'standard-fixed',
      path: 'value',
      message: `the drive "${drive.body.name}" has this metric as a task and is running`,
    });
  if (problems.length > 0) return { kind: 'problems', problems };
  const common = { metric: id, value: body.value, ...(seq === undefined ? {} : { result: seq }) };
  if (compared < 0)
    return {
      kind: 'fact',
      fact: { type: 'standard.lowered', ...common, reason: body.reason ?? '' },
    };
  const reason = body.reason === undefined ? {} : { reason: body.reason };
  return { kind: 'fact', fact: { type: 'standard.raised', ...common, ...reason } };
}
