import {
  toMinor,
  formatMinor,
  type Metric,
  type RankingRow,
  type RecordRow,
  type Scope,
} from '@emulation/shared';
import { marginBetween, type Margin } from '../marks/margin.ts';

/** What a value would do to one standing record. */
export interface MarkForecast {
  scope: Scope;
  /** `first`: nothing stands there yet. */
  side: Margin['side'] | 'first';
  standing?: string;
  margin?: Margin;
  breakthrough: boolean;
}

export interface PlaceForecast {
  before: number | null;
  after: number;
  /** Units left behind by it, the nearest first. */
  overtaken: string[];
  /** Who would still be ahead, and by how much. */
  next?: { unit: string; by: string };
  /** Rounded scores or shares are in it: off by a rounding at most. */
  isAbout: boolean;
}

export interface ForecastInput {
  metric: Metric;
  unit: string;
  sector: string;
  /** Decimal string. */
  value: string;
  /** Units that made it together. */
  parties: number;
  /** Unit best from the topic of the unit, records from `records`. */
  best: RecordRow | undefined;
  records: Iterable<RecordRow>;
  /** Rows of the all-time ranking, and the unit's own row where it stands beyond them. */
  ranking: Iterable<RankingRow>;
  own: RankingRow | undefined;
}

export interface Forecast {
  marks: MarkForecast[];
  place: PlaceForecast | null;
}

function isBreakthrough(metric: Metric, margin: Margin): boolean {
  if (margin.side !== 'better' || metric.breakthroughMargin === undefined) return false;
  const asked = toMinor(metric.breakthroughMargin, metric.decimals);
  const gained = toMinor(margin.by, metric.decimals);
  return asked !== undefined && gained !== undefined && gained >= asked;
}

function forecastMark(
  input: ForecastInput,
  scope: Scope,
  standing: RecordRow | undefined,
): MarkForecast {
  const { metric, value } = input;
  const margin = standing && marginBetween(metric, value, standing.value);
  if (!standing || !margin) return { scope, side: 'first', breakthrough: false };
  const breakthrough = scope !== 'unit' && isBreakthrough(metric, margin);
  return { scope, side: margin.side, standing: standing.value, margin, breakthrough };
}

/** Integer division rounded half away from zero, as the board's own means are. */
function divide(dividend: number, divisor: number): number {
  return Math.sign(dividend) * Math.round(Math.abs(dividend) / divisor);
}

/** The unit's score in minor units with the value in it; undefined where it cannot be told. */
function scoreWith({ metric, value, own, parties }: ForecastInput): number | undefined {
  const minor = toMinor(value, metric.decimals);
  const score = own && toMinor(own.score, metric.decimals);
  if (minor === undefined || (own && score === undefined)) return undefined;
  const sign = metric.direction === 'higher' ? 1 : -1;
  switch (metric.aggregate) {
    case 'best':
      return score === undefined || (minor - score) * sign > 0 ? minor : score;
    case 'latest':
      return minor;
    case 'sum':
      return (score ?? 0) + divide(minor, parties);
    case 'mean':
      return divide((score ?? 0) * (own?.results ?? 0) + minor, (own?.results ?? 0) + 1);
  }
}

function forecastPlace(input: ForecastInput): PlaceForecast | null {
  const { metric, unit, own, parties } = input;
  const score = scoreWith(input);
  if (score === undefined) return null;
  const sign = metric.direction === 'higher' ? 1 : -1;
  const others = [...input.ranking].flatMap((row) => {
    const minor = toMinor(row.score, metric.decimals);
    const name = row.unit ?? '';
    return name === unit || minor === undefined
      ? []
      : [{ unit: name, ahead: (minor - score) * sign, place: row.place }];
  });
  const ahead = others.filter((other) => other.ahead > 0).sort((a, b) => a.ahead - b.ahead);
  const behind = others.filter((other) => other.ahead < 0).sort((a, b) => b.ahead - a.ahead);
  const overtaken = own ? behind.filter((other) => other.place < own.place) : [];
  const [next] = ahead;
  const isShare = parties > 1 && (metric.aggregate === 'sum' || metric.aggregate === 'mean');
  return {
    before: own?.place ?? null,
    after: ahead.length + 1,
    overtaken: overtaken.map((other) => other.unit),
    ...(next ? { next: { unit: next.unit, by: formatMinor(next.ahead, metric.decimals) } } : {}),
    isAbout: isShare || metric.aggregate === 'mean',
  };
}

/** What posting a value would break, from what is live on the device: no question to the server. */
export function forecast(input: ForecastInput): Forecast {
  const standing = [...input.records].filter((row) => row.metric === input.metric.id);
  const board = standing.find((row) => row.scope === 'board');
  const sector = standing.find((row) => row.scope === 'sector' && row.sector === input.sector);
  const marks = [
    forecastMark(input, 'unit', input.best),
    forecastMark(input, 'sector', sector),
    forecastMark(input, 'board', board),
  ];
  return { marks, place: forecastPlace(input) };
}
