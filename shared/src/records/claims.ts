import type { PreviousMark } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import type { RecordClaim } from '../board/outcome.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, holdersOf, valueOf } from '../results/rows.ts';
import { isBreakthrough } from './breakthrough.ts';
import { placeMark, type Placing } from './line.ts';
import { lineKeysOf, openLine, rulesOf, type LineKey } from './scopes.ts';

export function describeMark(state: BoardState, metric: MetricState, index: number): PreviousMark {
  return {
    value: valueOf(metric, index),
    achievedAt: achievedAtOf(metric, index),
    holders: holdersOf(state, metric, index),
    result: resultIdAt(state, metric.results.seq[index] ?? 0),
  };
}

function describeClaim(
  state: BoardState,
  metric: MetricState,
  index: number,
  key: LineKey,
  { how, previous, standing }: Placing,
): RecordClaim {
  const { value } = metric.results;
  const breakthrough =
    key.scope !== 'unit' &&
    how === 'broken' &&
    previous !== undefined &&
    isBreakthrough(metric.metric, value[index] ?? 0, value[previous] ?? 0);
  const claim: RecordClaim = { scope: key.scope, kind: how, breakthrough, standing };
  if (key.scope === 'sector') claim.sector = idAt(state.sectorIndex, key.of);
  if (key.scope === 'unit') claim.unit = idAt(state.unitIndex, key.of);
  if (previous !== undefined) claim.previous = describeMark(state, metric, previous);
  return claim;
}

/** Enters a result into every line it belongs to; answers with those where it is a mark. */
export function claimRecords(state: BoardState, metric: MetricState, index: number): RecordClaim[] {
  const claims: RecordClaim[] = [];
  const rules = rulesOf(metric, 'board');
  const rulesOfUnits = rulesOf(metric, 'unit');
  for (const key of lineKeysOf(metric, index)) {
    const rulesOfLine = key.scope === 'unit' ? rulesOfUnits : rules;
    const placing = placeMark(openLine(metric, key), rulesOfLine, index);
    if (placing) claims.push(describeClaim(state, metric, index, key, placing));
  }
  return claims;
}
