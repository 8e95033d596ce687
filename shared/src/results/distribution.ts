import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { isAnnulled } from './columns.ts';
import { unitsOf } from './parties.ts';

export interface DistributionQuery {
  metric: string;
  unit?: string | undefined;
  /** The sector written on the results. */
  sector?: string | undefined;
  /** Inclusive days. */
  from?: number | undefined;
  to?: number | undefined;
  /** Bins at most. */
  bins: number;
}

/** How many valid results have which values. */
export interface Distribution {
  count: number;
  min: string | null;
  median: string | null;
  max: string | null;
  /** From the lowest; both ends belong to a bin, and the next begins one minor unit above. */
  bins: { from: string; to: string; count: number }[];
}

function valuesOf(state: BoardState, metric: MetricState, query: DistributionQuery): Float64Array {
  const { results } = metric;
  const { from = -Infinity, to = Infinity } = query;
  const unit = query.unit === undefined ? undefined : state.unitIndex.indexes.get(query.unit);
  const sector =
    query.sector === undefined ? undefined : state.sectorIndex.indexes.get(query.sector);
  const isWanted = (index: number) => {
    const day = results.day[index] ?? 0;
    if (day < from || day > to || isAnnulled(results, index)) return false;
    if (query.sector !== undefined && results.sector[index] !== sector) return false;
    return query.unit === undefined || unitsOf(metric, index).includes(unit ?? -1);
  };
  const found: number[] = [];
  for (let index = 0; index < results.length; index++)
    if (isWanted(index)) found.push(results.value[index] ?? 0);
  return Float64Array.from(found).sort();
}

const roundFactors = [1, 2, 2.5, 5, 10];

/** A round width, so that `bins` of it are enough; at least one minor unit. */
function widthFor(extent: number, bins: number): number {
  const rough = Math.max(1, extent / bins);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = roundFactors.find((one) => one * power >= rough) ?? 10;
  return Math.max(1, Math.ceil(factor * power));
}

/** Bins of one round width over all values; the first begins at a multiple of it. */
export function distributionOf(state: BoardState, query: DistributionQuery): Distribution {
  const none = { count: 0, min: null, median: null, max: null, bins: [] };
  const metric = state.metrics.get(query.metric);
  if (!metric) return none;
  const values = valuesOf(state, metric, query);
  const [least] = values;
  const most = values.at(-1);
  if (least === undefined || most === undefined) return none;
  const text = (value: number) => formatMinor(value, metric.metric.decimals);
  // One bin less: a multiple of the width lies below the least value.
  const width = widthFor(most - least + 1, Math.max(1, query.bins - 1));
  const first = Math.floor(least / width) * width;
  const length = Math.floor((most - first) / width) + 1;
  const counts = Array.from({ length }, () => 0);
  for (const value of values) {
    const bin = Math.floor((value - first) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    count: values.length,
    min: text(least),
    median: text(values[Math.floor((values.length - 1) / 2)] ?? least),
    max: text(most),
    bins: counts.map((count, at) => {
      const from = first + at * width;
      return { from: text(from), to: text(from + width - 1), count };
    }),
  };
}
