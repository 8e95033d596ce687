import { signOf, type MetricState } from '../board/metric-state.ts';
import { isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';

/** Which results a tie-break looks at, and whose places they are. */
export interface TieBreakScope {
  span: { from: number; to: number; until?: number | undefined };
  by: 'unit' | 'sector';
}

/** How often a party (by index) took each place. */
export type PlaceCounts = Map<number, Map<number, number>>;

/** One valid result of the span, for one party. */
interface Appearance {
  party: number;
  day: number;
  value: number;
}

function appearances(metric: MetricState, { span, by }: TieBreakScope): Appearance[] {
  const { results } = metric;
  const found: Appearance[] = [];
  for (let index = 0; index < results.length; index++) {
    const day = results.day[index] ?? 0;
    if (day < span.from || day > span.to || isAnnulled(results, index)) continue;
    if (span.until !== undefined && (results.at[index] ?? 0) > span.until) continue;
    const value = results.value[index] ?? 0;
    const parties = by === 'sector' ? [results.sector[index] ?? 0] : unitsOf(metric, index);
    for (const party of parties) found.push({ party, day, value });
  }
  return found;
}

function addPlace(counts: PlaceCounts, party: number, place: number): void {
  let places = counts.get(party);
  if (!places) counts.set(party, (places = new Map<number, number>()));
  places.set(place, (places.get(place) ?? 0) + 1);
}

/** A metric of whole numbers where lower is better and 1 is the least: its values are places. */
function holdsPlaces(metric: MetricState, found: readonly Appearance[]): boolean {
  const { direction, decimals } = metric.metric;
  return direction === 'lower' && decimals === 0 && found.every(({ value }) => value >= 1);
}

/** Places of each day: the party's best value of the day among all, shared as in a ranking. */
function addDayPlaces(counts: PlaceCounts, found: readonly Appearance[], sign: 1 | -1): void {
  const days = new Map<number, Map<number, number>>();
  for (const { party, day, value } of found) {
    let best = days.get(day);
    if (!best) days.set(day, (best = new Map<number, number>()));
    const old = best.get(party);
    if (old === undefined || (value - old) * sign > 0) best.set(party, value);
  }
  for (const best of days.values()) {
    const sorted = [...best].sort(([, a], [, b]) => (b - a) * sign);
    let place = 0;
    for (const [at, [party, value]] of sorted.entries()) {
      if (at === 0 || value !== sorted[at - 1]?.[1]) place = at + 1;
      addPlace(counts, party, place);
    }
  }
}

/**
 * Places for a countback. Where the metric itself records places (whole numbers from 1, lower is
 * better) every result counts as the place it says; any other metric gives the places of each day.
 */
export function countPlaces(metric: MetricState, scope: TieBreakScope): PlaceCounts {
  const counts: PlaceCounts = new Map();
  const found = appearances(metric, scope);
  if (!holdsPlaces(metric, found)) addDayPlaces(counts, found, signOf(metric.metric));
  else for (const { party, value } of found) addPlace(counts, party, value);
  return counts;
}
