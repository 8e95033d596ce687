import type { Effect } from '../board/effect.ts';
import type { HappeningBody } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Entry } from '../ledger/entry.ts';
import { achievedBefore, indexOfSeq } from '../results/columns.ts';
import { resultIdAt } from '../results/result-id.ts';
import { formatMinor, toMinor } from '../vocabulary/decimal.ts';
import type { Standard } from './book.ts';
import { activeUnits } from './active-units.ts';
import { reachedWith } from './reach.ts';
import { levelOf } from './standard.ts';

const dayOf = (state: BoardState, { at }: Entry) => state.zone.dayAt(Date.parse(at));

/** A level as it is shown: at the metric's decimals. */
export function formatLevel({ metric }: MetricState, value: string): string {
  return formatMinor(toMinor(value, metric.decimals) ?? 0, metric.decimals);
}

/** Decides anew whether units have reached the standard. */
function reachAnew(
  state: BoardState,
  metric: MetricState,
  standard: Standard,
  span: { units: Iterable<number>; today: number },
): void {
  for (const unit of span.units) {
    const index = reachedWith(state, metric, unit, standard, span.today);
    if (index === undefined) standard.reached.delete(unit);
    else standard.reached.set(unit, metric.results.seq[index] ?? 0);
  }
}

/** Everybody anew, without a word: the level or the rules are others than before. */
export function reachQuietly(state: BoardState, standard: Standard, entry: Entry): void {
  const metric = state.metrics.get(standard.metric);
  if (!metric) return;
  const units = state.unitIndex.ids.keys();
  reachAnew(state, metric, standard, { units, today: dayOf(state, entry) });
  standard.told = [...standard.reached.keys()];
}

/** The board's period is another one: so is everything that was reached in it. */
export function reachAllAnew(state: BoardState, entry: Entry): void {
  for (const standard of state.books.standards.values()) reachQuietly(state, standard, entry);
}

/** Tells of a unit that reached the standard; of each unit once. */
function tellReached(
  state: BoardState,
  metric: MetricState,
  standard: Standard,
  told: { unit: number; today: number },
): HappeningBody {
  const level = levelOf(standard);
  const active = activeUnits(state, metric, told.today);
  const followers = [...standard.reached].filter(([, seq]) => seq > level.seq);
  return {
    kind: 'standard-reached',
    metric: standard.metric,
    unit: idAt(state.unitIndex, told.unit),
    value: formatLevel(metric, level.value),
    result: resultIdAt(state, standard.reached.get(told.unit) ?? 0),
    first: !level.isLowered && followers.every(([unit]) => unit === told.unit),
    last: active.length > 1 && active.every((unit) => standard.reached.has(unit)),
    reached: active.filter((unit) => standard.reached.has(unit)).length,
    of: active.length,
  };
}

/**
 * Whether a new result leaves alone what its units reached already: where scores only rise, one
 * achieved later than the reaching changes nothing. Most posts end here.
 */
function isBeyond(metric: MetricState, standard: Standard, units: readonly number[]): boolean {
  const { results } = metric;
  const index = results.length - 1;
  const { aggregate, direction } = metric.metric;
  const rises =
    aggregate === 'best' ||
    (aggregate === 'sum' && direction === 'higher' && (results.value[index] ?? 0) >= 0);
  return (
    rises &&
    units.every((unit) => {
      const seq = standard.reached.get(unit);
      const reached = seq === undefined ? -1 : indexOfSeq(results, seq);
      return reached >= 0 && achievedBefore(results, reached, index);
    })
  );
}

/** After an entry that changed a metric's results: who reaches its standard now, and who first. */
export function followStandards(state: BoardState, effect: Effect, entry: Entry): Partial<Effect> {
  const standard = effect.metric && state.books.standards.get(effect.metric);
  const metric = effect.metric && state.metrics.get(effect.metric);
  if (!standard || !metric) return {};
  if (effect.vocabulary) {
    reachQuietly(state, standard, entry);
    return { areas: ['standards'] };
  }
  const units = (effect.units ?? []).flatMap((id) => state.unitIndex.indexes.get(id) ?? []);
  const posted = entry.fact.type === 'result.posted' ? entry.fact : undefined;
  if (posted && isBeyond(metric, standard, units)) return {};
  const today = dayOf(state, entry);
  const before = units.map((unit) => standard.reached.get(unit));
  reachAnew(state, metric, standard, { units, today });
  if (units.every((unit, at) => standard.reached.get(unit) === before[at])) return {};
  // What a correction took away may be reached, and told, again.
  if (!posted) standard.told = standard.told.filter((unit) => standard.reached.has(unit));
  const fresh = units.filter((unit) => standard.reached.has(unit) && !standard.told.includes(unit));
  standard.told.push(...fresh);
  const told = posted?.quiet ? [] : fresh;
  const happenings = told.map((unit) => tellReached(state, metric, standard, { unit, today }));
  return { happenings, areas: ['standards'] };
}
