import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from './keyed-rows.ts';
import type { PulseRow } from './row.ts';
import type { View } from './view.ts';

function timeOf(ms: number): string | null {
  return ms > 0 ? new Date(ms).toISOString() : null;
}

function* pulseRows(state: BoardState): Iterable<[string, PulseRow]> {
  const metrics = [...state.metrics.values()];
  const newest = (read: (metric: MetricState) => number) => Math.max(0, ...metrics.map(read));
  yield [
    'board',
    {
      kind: 'board',
      results: metrics.reduce((sum, metric) => sum + metric.valid, 0),
      lastResultAt: timeOf(newest((metric) => metric.lastResultAt)),
      lastRecordAt: timeOf(newest((metric) => metric.lastRecordAt)),
    },
  ];
  for (const { metric, valid, lastResultAt, lastRecordAt } of metrics)
    yield [
      `metric:${metric.id}`,
      {
        kind: 'metric',
        metric: metric.id,
        results: valid,
        lastResultAt: timeOf(lastResultAt),
        lastRecordAt: timeOf(lastRecordAt),
      },
    ];
}

/** How much is posted, and when the last result and the last record came in. */
export function createPulseView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.metrics.size > 0,
    rows: () => {
      rows = reuseRows(rows, pulseRows(state));
      return rows;
    },
  };
}
