import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { CooperationTally } from '../cooperation/tally.ts';
import { Invitations, partnerRows } from '../cooperation/unit-rows.ts';
import type { Row } from '../protocol/live.ts';
import { recordRow } from '../records/queries.ts';
import { offerRows } from '../experiences/views.ts';
import { rankingRow } from '../rankings/query.ts';
import { reuseRows } from './keyed-rows.ts';
import { NewestResults } from './newest-results.ts';
import type { UnitRow } from './row.ts';
import type { View } from './view.ts';

/** Results a unit's topic holds. */
const resultsLength = 50;

function* metricRows(
  state: BoardState,
  metric: MetricState,
  unit: number,
): Iterable<[string, UnitRow]> {
  const { id } = metric.metric;
  const tally = metric.table.tallies[unit];
  if (tally?.score !== undefined) {
    const place = metric.table.placeOf(tally.score);
    const row = rankingRow(state, metric, 'unit', { party: unit, tally, place });
    yield [`place:${id}`, { kind: 'place', metric: id, of: metric.table.size, ...row }];
  }
  const best = recordRow(state, metric, { scope: 'unit', of: unit });
  if (best) yield [`best:${id}`, { kind: 'best', ...best }];
}

/** One unit: its places and bests, its honours, its newest results, and whom it worked with. */
export function createUnitView(state: BoardState, topic: string, id: string): View {
  const unit = state.unitIndex.indexes.get(id) ?? -1;
  const newest = new NewestResults(state, unit, resultsLength);
  const tally = new CooperationTally(state, id);
  const invitations = new Invitations(state, id);
  let rows: ReadonlyMap<string, Row> = new Map();
  function* unitRows(): Iterable<[string, UnitRow]> {
    for (const metric of state.metrics.values()) yield* metricRows(state, metric, unit);
    for (const honour of state.books.honours.honours.values())
      if (honour.unit === id) yield [`honour:${honour.id}`, { kind: 'honour', ...honour }];
    for (const result of newest.rows())
      yield [`result:${result.id}`, { kind: 'result', ...result }];
    for (const row of partnerRows(tally, id)) yield [`with:${row.unit}`, row];
    for (const row of invitations.rows()) yield [`invitation:${row.result}`, row];
    for (const [key, offer] of offerRows(state, id)) yield [key, { kind: 'offer', ...offer }];
  }
  return {
    topic,
    // Another unit's result moves this one's place as well.
    touchedBy: (change) => change.metrics.size > 0 || change.units.has(id),
    rows: () => {
      rows = reuseRows(rows, unitRows());
      return rows;
    },
  };
}
