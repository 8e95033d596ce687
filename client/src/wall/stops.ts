import type { PulseRow } from '@emulation/shared';
import { sceneNames, type SceneName } from './scene-names.ts';
import type { WallSettings } from './wall-settings.ts';

/** What decides which stops a wall makes. */
export interface StopSources {
  /** Metrics that have results, in the order of the board. */
  metrics: readonly string[];
  pulse: ReadonlyMap<string, PulseRow>;
  settings: Pick<WallSettings, 'metric' | 'scenes'>;
}

export const rankingStop = (metric: string) => `ranking:${metric}`;

/** The metric of a ranking's stop; undefined at any other. */
export function metricOfStop(stop: string): string | undefined {
  return stop.startsWith('ranking:') ? stop.slice('ranking:'.length) : undefined;
}

/** Whether the pulse has more to say than that nothing is planned. */
function hasPulse(pulse: StopSources['pulse']): boolean {
  const board = pulse.get('board');
  if (board?.kind !== 'board') return false;
  const { units, standstill } = board;
  return units.of + units.waiting > 0 || standstill.units > 0;
}

/** The stops of each scene; one that the address asks for is shown whatever it has to say. */
const stopsOf: { [Name in SceneName]: (sources: StopSources, isAsked: boolean) => string[] } = {
  ranking: ({ metrics, settings: { metric } }) =>
    (metric !== undefined && metrics.includes(metric) ? [metric] : metrics).map(rankingStop),
  pulse: ({ pulse, settings: { metric } }, isAsked) =>
    isAsked || (metric === undefined && hasPulse(pulse)) ? ['pulse'] : [],
};

/** Where a wall stops, in this order, over and over. */
export function wallStops(sources: StopSources): string[] {
  const { scenes } = sources.settings;
  const names = scenes ?? (Object.keys(sceneNames) as SceneName[]);
  return names.flatMap((name) => stopsOf[name](sources, scenes !== undefined));
}
