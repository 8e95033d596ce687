import { canonicalDecimal, type Fact, type FactOf, type MetricBody } from '@emulation/shared';
import { idOfName } from '../import/name-id.ts';
import type { DemoRow } from './demo-data.ts';
import { lineName } from './demo-names.ts';
import { inventAround } from './invented/invent-around.ts';
import type { TimedFact } from './timed-fact.ts';

/** What the demo plays: everything up to a day at once, the rest one by one. */
export interface DemoScript {
  /**
   * Sectors, units, metrics, the results up to the last six months, the end of the import, and
   * what was invented around them.
   */
  history: TimedFact[];
  replay: FactOf<'result.posted'>[];
}

const replayedMonths = 6;

type DemoMetric = Pick<MetricBody, 'name' | 'decimals' | 'aggregate' | 'breakthroughMargin'>;

/** How the demo's metrics read and rank; units of measure and directions are the file's. */
const metrics: Record<string, DemoMetric> = {
  on_time_rate: { name: 'On-time rate', decimals: 1, aggregate: 'mean', breakthroughMargin: '1' },
  average_delay_when_late: {
    name: 'Delay of late trains',
    decimals: 1,
    aggregate: 'best',
    breakthroughMargin: '2',
  },
  average_arrival_delay: {
    name: 'Average delay',
    decimals: 1,
    aggregate: 'mean',
    breakthroughMargin: '1',
  },
  trains_run: { name: 'Trains run', decimals: 0, aggregate: 'sum', breakthroughMargin: '20' },
  cancellation_rate: {
    name: 'Cancellation rate',
    decimals: 1,
    aggregate: 'mean',
    breakthroughMargin: '1',
  },
};

function resultFact(row: DemoRow): FactOf<'result.posted'> {
  return {
    type: 'result.posted',
    unit: idOfName(row.unit, 'unit'),
    metric: idOfName(row.metric, 'metric'),
    value: canonicalDecimal(row.value),
    achievedAt: row.achieved_at,
    sector: idOfName(row.sector, 'sector'),
    ...(row.note ? { note: row.note } : {}),
  };
}

function metricFact(row: DemoRow): Fact {
  const known = metrics[row.metric];
  if (!known) throw new Error(`the demo has no name for the metric ${row.metric}`);
  return {
    type: 'metric.put',
    id: idOfName(row.metric, 'metric'),
    unitOfMeasure: row.unit_of_measure,
    direction: row.direction,
    recordsPer: 'day',
    standstillDays: 180,
    ...known,
  };
}

function firstOf(rows: readonly DemoRow[], key: 'sector' | 'unit' | 'metric'): DemoRow[] {
  return [...new Map([...rows].reverse().map((row) => [row[key], row])).values()].reverse();
}

/** The units' sectors are those of their latest lines. */
function latestSectors(rows: readonly DemoRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.unit, row.sector]));
}

/** A number that spreads lines over a day the same way at every replay (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Day of data after day of data, and within a day in an order that mixes lines and metrics. */
function inReplayOrder(rows: readonly DemoRow[]): DemoRow[] {
  const keyed = rows.map((row) => ({ row, key: spread(`${row.unit}|${row.metric}`) }));
  keyed.sort((a, b) => a.row.achieved_at.localeCompare(b.row.achieved_at) || a.key - b.key);
  return keyed.map(({ row }) => row);
}

/** The last date of the history: six months of data follow it. */
export function lastHistoryDate(rows: readonly DemoRow[]): string {
  const dates = [...new Set(rows.map((row) => row.achieved_at))].sort();
  return dates.at(-replayedMonths - 1) ?? '';
}

/** Results came in on the evening of the day they tell of; what has no day came in before all. */
function timed(fact: Fact, first: string): TimedFact {
  const date = fact.type === 'result.posted' ? fact.achievedAt : first;
  return { fact, at: `${date}T18:00:00.000Z` };
}

/** Turns the rows of a demo file into the facts of the demo board. `now`: ms since the epoch. */
export function writeScript(rows: readonly DemoRow[], now: number): DemoScript {
  const until = lastHistoryDate(rows);
  const old = rows.filter((row) => row.achieved_at <= until);
  const sectorOf = latestSectors(rows);
  const sectors = firstOf(rows, 'sector');
  const units = firstOf(rows, 'unit');
  const measured = firstOf(rows, 'metric');
  const first = rows[0]?.achieved_at ?? until;
  const vocabulary: Fact[] = [
    ...sectors.map(({ sector }): Fact => {
      return { type: 'sector.put', id: idOfName(sector, 'sector'), name: sector };
    }),
    ...units.map(({ unit, sector }): Fact => {
      const of = idOfName(sectorOf.get(unit) ?? sector, 'sector');
      return { type: 'unit.put', id: idOfName(unit, 'unit'), name: lineName(unit), sector: of };
    }),
    ...measured.map(metricFact),
  ];
  const closing: Fact = {
    type: 'import.closed',
    sectors: sectors.length,
    units: units.length,
    metrics: measured.length,
    results: old.length,
    duplicates: 0,
  };
  const posted = old.map((row): Fact => ({ ...resultFact(row), quiet: true }));
  const real = [
    ...[...vocabulary, ...posted].map((fact) => timed(fact, first)),
    { fact: closing, at: `${until}T18:00:00.000Z` },
  ];
  return {
    history: [...real, ...inventAround(real, now)],
    replay: inReplayOrder(rows.filter((row) => row.achieved_at > until)).map(resultFact),
  };
}
