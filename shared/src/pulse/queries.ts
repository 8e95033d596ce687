import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { resultIdAt } from '../results/result-id.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { roundRatio, type Plan } from './plan.ts';
import type { PlanStanding, Position } from './position.ts';
import { pulseOf } from './pulse.ts';
import type { PulseRow, UnitPlan } from './row.ts';
import { pulseRows } from './rows.ts';

/** The rows of topic `pulse` at `now` (ms since the epoch). */
export function boardPulse(state: BoardState, now: number): PulseRow[] {
  return [...pulseRows(pulseOf(state), now)].map(([, row]) => row);
}

function planText({ metric }: MetricState, plan: Plan): UnitPlan['plan'] {
  const { from, drive, task, span, target, progress } = plan;
  return {
    from,
    ...(drive === undefined ? {} : { drive }),
    ...(task === undefined ? {} : { task }),
    fromDate: dateOfDay(span.from),
    toDate: dateOfDay(span.to),
    target: formatMinor(target, metric.decimals),
    workdays: progress.total,
    done: progress.done,
  };
}

function standingText(
  state: BoardState,
  metric: MetricState,
  standing: PlanStanding | undefined,
): Pick<UnitPlan, 'plan' | 'state' | 'score' | 'expected' | 'fulfilment' | 'result'> {
  if (!standing)
    return { plan: null, state: null, score: null, expected: null, fulfilment: null, result: null };
  const { plan, score, expected, fulfilment, index } = standing;
  const { decimals } = metric.metric;
  return {
    plan: planText(metric, plan),
    state: standing.state,
    score: score === undefined ? null : formatMinor(score, decimals),
    expected: formatMinor(roundRatio(expected), decimals),
    fulfilment: fulfilment === null ? null : formatMinor(fulfilment, 1),
    result: index === undefined ? null : resultIdAt(state, metric.results.seq[index] ?? 0),
  };
}

function unitPlan(state: BoardState, metric: MetricState, position: Position): UnitPlan {
  const { standing, streak, advance } = position;
  return {
    metric: metric.metric.id,
    ...standingText(state, metric, standing),
    streak: streak ?? null,
    advanced: advance
      ? {
          on: dateOfDay(advance.day),
          score: formatMinor(advance.score, metric.metric.decimals),
          result: resultIdAt(state, metric.results.seq[advance.index] ?? 0),
        }
      : null,
  };
}

/** What a unit's row in the pulse comes from: each metric with its plan and what was done. */
export function unitPulse(state: BoardState, unit: string, now: number): UnitPlan[] {
  const index = state.unitIndex.indexes.get(unit) ?? -1;
  return [...pulseOf(state).refresh(now)].flatMap(([metric, { positions }]) => {
    const position = positions.get(index);
    return position ? [unitPlan(state, metric, position)] : [];
  });
}
