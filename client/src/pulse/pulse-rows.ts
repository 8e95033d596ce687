import type {
  OnPlan,
  PulseBoardRow,
  PulseMetricRow,
  PulseRow,
  PulseSectorRow,
  PulseUnitRow,
  StandardRow,
  StandstillRow,
} from '@emulation/shared';

/** The rows of topic `pulse`, kind by kind. */
export interface SortedPulse {
  board?: PulseBoardRow;
  metrics: Map<string, PulseMetricRow>;
  sectors: PulseSectorRow[];
  units: PulseUnitRow[];
  standards: Map<string, StandardRow>;
  /** The longest first. */
  standstill: StandstillRow[];
}

export function sortPulse(rows: Iterable<PulseRow>): SortedPulse {
  const sorted: SortedPulse = {
    metrics: new Map(),
    sectors: [],
    units: [],
    standards: new Map(),
    standstill: [],
  };
  for (const row of rows)
    if (row.kind === 'board') sorted.board = row;
    else if (row.kind === 'metric') sorted.metrics.set(row.metric, row);
    else if (row.kind === 'sector') sorted.sectors.push(row);
    else if (row.kind === 'unit') sorted.units.push(row);
    else if (row.kind === 'standard') sorted.standards.set(row.metric, row);
    else sorted.standstill.push(row);
  sorted.standstill.sort((a, b) => b.days - a.days || a.unit.localeCompare(b.unit));
  return sorted;
}

/** Whole percent; undefined where nothing could be missed yet. */
export function percentOf({ on, of }: OnPlan): number | undefined {
  return of === 0 ? undefined : Math.round((100 * on) / of);
}

/** A fulfilment such as `97.3` as a number for the length of a bar. */
export function lengthOf(fulfilment: string | null): number {
  return fulfilment === null ? 0 : Number(fulfilment);
}

export interface StillMetric {
  metric: string;
  days: number;
  advanced: NonNullable<PulseMetricRow['advanced']>;
}

/** Metrics in which nobody has become better for longer than they allow, the longest first. */
export function stillMetrics(metrics: Iterable<PulseMetricRow>): StillMetric[] {
  return [...metrics]
    .flatMap(({ metric, standstill: days, advanced }) =>
      days === null || advanced === null ? [] : [{ metric, days, advanced }],
    )
    .sort((a, b) => b.days - a.days || a.metric.localeCompare(b.metric));
}
