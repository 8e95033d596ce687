import type { Happening } from '../board/happening.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { MetricState } from '../board/metric-state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { ResultState } from '../vocabulary/result.ts';
import type { ResultRow } from '../views/row.ts';
import { recognitionFields } from '../verification/result-fields.ts';
import { flag } from './columns.ts';
import { resultIdAt } from './result-id.ts';
import { formatShare } from './shares.ts';
import { unitsOf } from './parties.ts';

export function stateOf(metric: MetricState, index: number): ResultState {
  const flags = metric.results.flags[index] ?? 0;
  if (flags & flag.annulled) return 'annulled';
  return flags & flag.verified ? 'verified' : 'provisional';
}

function formatAchieved(at: number, day: number, dateOnly: boolean): string {
  return dateOnly ? dateOfDay(day) : new Date(at).toISOString();
}

/** A date where only the day is known, a UTC time otherwise. */
export function achievedAtOf({ results }: MetricState, index: number): string {
  const dateOnly = ((results.flags[index] ?? 0) & flag.dateOnly) !== 0;
  return formatAchieved(results.at[index] ?? 0, results.day[index] ?? 0, dateOnly);
}

export function valueOf({ metric, results }: MetricState, index: number): string {
  return formatMinor(results.value[index] ?? 0, metric.decimals);
}

export function holdersOf(state: BoardState, metric: MetricState, index: number): string[] {
  return unitsOf(metric, index).map((unit) => idAt(state.unitIndex, unit));
}

/** The other units of a result and their parts, seen from `unit` (by index). */
export function partnersSeenFrom(
  state: BoardState,
  metric: MetricState,
  index: number,
  unit: number,
): ResultRow['partners'] {
  const joint = metric.extras.joint.get(index);
  if (!joint) return [];
  const own = { unit: metric.results.unit[index] ?? 0, role: 'performed', weight: joint.ownWeight };
  const parties = [own, ...joint.partners];
  const whole = parties.reduce((sum, party) => sum + party.weight, 0);
  return parties
    .filter((party) => party.unit !== unit)
    .map((party) => ({
      unit: idAt(state.unitIndex, party.unit),
      role: party.role,
      share: formatShare(party.weight, whole),
    }));
}

/** The fields that every happening about a result carries, told from the side of `unit`. */
export function describeResult(
  state: BoardState,
  metric: MetricState,
  index: number,
  unit = metric.results.unit[index] ?? 0,
): Pick<
  Extract<Happening, { kind: 'record' }>,
  'result' | 'metric' | 'unit' | 'partners' | 'sector' | 'value' | 'achievedAt'
> {
  return {
    result: resultIdAt(state, metric.results.seq[index] ?? 0),
    metric: metric.metric.id,
    unit: idAt(state.unitIndex, unit),
    // Roles in the state come from the schema of partners.
    partners: partnersSeenFrom(state, metric, index, unit) as Extract<
      Happening,
      { kind: 'record' }
    >['partners'],
    sector: idAt(state.sectorIndex, metric.results.sector[index] ?? 0),
    value: valueOf(metric, index),
    achievedAt: achievedAtOf(metric, index),
  };
}

/** A result as people and machines read it. */
export function resultRow(state: BoardState, metric: MetricState, index: number): ResultRow {
  const { results, extras } = metric;
  const announced = extras.announced.get(index);
  const note = extras.notes.get(index);
  const pictures = extras.pictures.get(index);
  const reason = extras.reasons.get(index);
  const { result, ...description } = describeResult(state, metric, index);
  return {
    id: result,
    seq: results.seq[index] ?? 0,
    ...description,
    receivedAt: new Date(results.received[index] ?? 0).toISOString(),
    state: stateOf(metric, index),
    ...(note ? { note } : {}),
    ...(pictures ? { pictures: [...pictures] } : {}),
    ...(reason ? { reason } : {}),
    ...(announced
      ? {
          announced: {
            value: formatMinor(announced.value, metric.metric.decimals),
            achievedAt: formatAchieved(announced.at, announced.day, announced.dateOnly),
          },
        }
      : {}),
    ...recognitionFields(state, results.seq[index] ?? 0),
  };
}
