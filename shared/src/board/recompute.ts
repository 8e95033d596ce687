import { countResult, tallyRules } from '../rankings/standing.ts';
import { addToTally, createTally, type Tally } from '../rankings/tally.ts';
import { placeMark } from '../records/line.ts';
import { keyText, lineKeysOf, openLine, rulesOf, type LineKey } from '../records/scopes.ts';
import { isAnnulled } from '../results/columns.ts';
import { partiesOf, unitsOf } from '../results/parties.ts';
import { createLines, signOf, type MetricState } from './metric-state.ts';
import { RankingTable } from '../rankings/table.ts';

/** Builds the given lines anew from the metric's valid results, in the order of achievement. */
export function rebuildLines(metric: MetricState, keys: readonly LineKey[]): void {
  const wanted = new Set(keys.map(keyText));
  for (const key of keys) openLine(metric, key).marks.length = 0;
  for (const index of metric.order.indexes(metric.results)) {
    if (isAnnulled(metric.results, index)) continue;
    for (const key of lineKeysOf(metric, index))
      if (wanted.has(keyText(key)))
        placeMark(openLine(metric, key), rulesOf(metric, key.scope), index);
  }
}

/** Counts the given units' results anew in the all-time ranking. */
export function recountUnits(metric: MetricState, units: readonly number[]): void {
  const rules = tallyRules(metric);
  const tallies = new Map<number, Tally>(units.map((unit) => [unit, createTally()]));
  for (let index = 0; index < metric.results.length; index++) {
    if (isAnnulled(metric.results, index)) continue;
    if (!unitsOf(metric, index).some((unit) => tallies.has(unit))) continue;
    for (const { unit, part } of partiesOf(metric, index, rules.aggregate)) {
      const tally = tallies.get(unit);
      if (tally) addToTally(tally, rules, index, part);
    }
  }
  for (const [unit, tally] of tallies) metric.table.replaceTally(unit, tally);
}

/** Builds all lines and the ranking anew: the metric's rules themselves changed. */
export function rebuildMetric(metric: MetricState): void {
  metric.revision++;
  metric.recordMoves++;
  metric.lines = createLines();
  metric.table = new RankingTable(signOf(metric.metric));
  for (const index of metric.order.indexes(metric.results)) {
    if (isAnnulled(metric.results, index)) continue;
    countResult(metric, index);
    for (const key of lineKeysOf(metric, index))
      placeMark(openLine(metric, key), rulesOf(metric, key.scope), index);
  }
}
