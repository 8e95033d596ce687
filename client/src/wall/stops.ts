import type { PulseRow } from '@emulation/shared';
import { sceneNames, type SceneName } from './scene-names.ts';
import type { DriveInfo } from '../store/board-store.ts';
import type { WallSettings } from './wall-settings.ts';

/** What decides which stops a wall makes. */
export interface StopSources {
  /** Metrics that have results, in the order of the board. */
  metrics: readonly string[];
  pulse: ReadonlyMap<string, PulseRow>;
  drives: readonly Pick<DriveInfo, 'id' | 'state'>[];
  settings: Pick<WallSettings, 'metric' | 'scenes'>;
}

export const rankingStop = (metric: string) => `ranking:${metric}`;

/** The metric of a ranking's stop; undefined at any other. */
export function metricOfStop(stop: string): string | undefined {
  return stop.startsWith('ranking:') ? stop.slice('ranking:'.length) : undefined;
}

/** The drive of a drive's stop; undefined at any other. */
export function driveOfStop(stop: string): string | undefined {
  return stop.startsWith('drive:') ? stop.slice('drive:'.length) : undefined;
}

/** The stop of a drive. */
export const driveStop = (drive: string) => `drive:${drive}`;

/** Drives that are under way; a closed one is revealed, and then a thing of the past. */
const running: ReadonlySet<string> = new Set(['running', 'review', 'frozen']);

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
  drive: ({ drives, settings: { metric } }, isAsked) =>
    isAsked || metric === undefined
      ? drives.filter(({ state }) => running.has(state)).map(({ id }) => driveStop(id))
      : [],
  pulse: ({ pulse, settings: { metric } }, isAsked) =>
    isAsked || (metric === undefined && hasPulse(pulse)) ? ['pulse'] : [],
};

/** Where a wall stops, in this order, over and over. */
export function wallStops(sources: StopSources): string[] {
  const { scenes } = sources.settings;
  const names = scenes ?? (Object.keys(sceneNames) as SceneName[]);
  const stops = names.flatMap((name) => stopsOf[name](sources, scenes !== undefined));
  // A wall of drives has the rankings while none runs: it is never empty.
  return stops.length > 0 ? stops : stopsOf.ranking(sources, false);
}
