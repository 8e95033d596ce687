import {
  readScene,
  sceneNames,
  sceneText,
  type PulseRow,
  type Scene,
  type SceneName,
} from '@emulation/shared';
import type { DriveInfo } from '../store/board-store.ts';
import type { WallSettings } from './wall-settings.ts';

/** What decides which stops a wall makes. */
export interface StopSources {
  /** Metrics that have results, in the order of the board. */
  metrics: readonly string[];
  pulse: ReadonlyMap<string, PulseRow>;
  drives: readonly Pick<DriveInfo, 'id' | 'state'>[];
  /** Scenes beside rankings, drives and the pulse that have something to show. */
  ready: ReadonlySet<SceneName>;
  settings: Pick<WallSettings, 'metric' | 'scenes'>;
}

export const rankingStop = (metric: string) => sceneText({ scene: 'ranking', metric });
export const driveStop = (drive: string) => sceneText({ scene: 'drive', drive });

/** What a stop shows: a stop is named by its scene in one word. */
export function sceneOfStop(stop: string): Scene | undefined {
  return readScene(stop);
}

/** The metric of a ranking's stop; undefined at any other. */
export function metricOfStop(stop: string): string | undefined {
  const scene = sceneOfStop(stop);
  return scene?.scene === 'ranking' ? scene.metric : undefined;
}

/** Drives that are open or under way; a closed one is revealed, and then a thing of the past. */
const running: ReadonlySet<string> = new Set(['pledging', 'running', 'review', 'frozen']);

/** Whether the pulse has more to say than that nothing is planned. */
function hasPulse(pulse: StopSources['pulse']): boolean {
  const board = pulse.get('board');
  if (board?.kind !== 'board') return false;
  const { units, standstill } = board;
  return units.of + units.waiting > 0 || standstill.units > 0;
}

const isNamed = (scene: Scene) => Object.keys(scene).length > 1;

type Named<Name extends SceneName> = Extract<Scene, { scene: Name }>;
type StopsOf<Name extends SceneName> = (
  sources: StopSources,
  scene: Named<Name>,
  isAsked: boolean,
) => Scene[];

/** A scene that is one stop: where it has something to show, or is of one thing that was named. */
const single = (
  { ready, settings: { metric } }: StopSources,
  scene: Scene,
  isAsked: boolean,
): Scene[] =>
  isNamed(scene) || (ready.has(scene.scene) && (isAsked || metric === undefined)) ? [scene] : [];

/** The stops of each scene; one that is asked for is shown whatever it has to say. */
const stopsOf: { [Name in SceneName]: StopsOf<Name> } = {
  ranking: ({ metrics, settings }, scene) => {
    const metric = scene.metric ?? settings.metric;
    const shown = metric !== undefined && metrics.includes(metric) ? [metric] : metrics;
    return shown.map((one) => ({ ...scene, metric: one }));
  },
  drive: ({ drives, settings: { metric } }, scene, isAsked) =>
    isAsked || metric === undefined
      ? drives
          .filter(({ id, state }) => (scene.drive ? id === scene.drive : running.has(state)))
          .map(({ id }) => ({ scene: 'drive', drive: id }))
      : [],
  pulse: ({ pulse, settings: { metric } }, scene, isAsked) =>
    isAsked || (metric === undefined && hasPulse(pulse)) ? [scene] : [],
  versus: single,
  records: single,
  balance: single,
  unit: single,
  experience: single,
  cooperation: single,
  // A race takes its time: a wall shows it where somebody asks for it.
  replay: ({ metrics, settings }, scene, isAsked) => {
    const metric = scene.metric ?? settings.metric;
    const shown = metric !== undefined && metrics.includes(metric) ? [metric] : metrics;
    return isAsked ? shown.map((one) => ({ ...scene, metric: one })) : [];
  },
  message: single,
};

function stopsOfScene(sources: StopSources, scene: Scene, isAsked: boolean): Scene[] {
  // Each scene is given to the entry of its own name.
  const makeStops = stopsOf[scene.scene] as StopsOf<SceneName>;
  return makeStops(sources, scene, isAsked);
}

/** Scenes with words for having nothing to show. */
const saysNothing: ReadonlySet<SceneName> = new Set([
  'versus',
  'records',
  'balance',
  'unit',
  'experience',
  'cooperation',
  'message',
]);

const every: readonly Scene[] = sceneNames.map((scene) => ({ scene }));

/** Where a wall stops, in this order, over and over; each stop once. */
export function wallStops(sources: StopSources): string[] {
  const { scenes } = sources.settings;
  const isAsked = scenes !== undefined;
  const stops = (scenes ?? every).flatMap((scene) => stopsOfScene(sources, scene, isAsked));
  if (stops.length > 0) return [...new Set(stops.map(sceneText))];
  // Shown by itself, a scene says that it has nothing; all others give way to the rankings.
  const [only, ...others] = scenes ?? [];
  if (only && others.length === 0 && saysNothing.has(only.scene)) return [sceneText(only)];
  return stopsOf.ranking(sources, { scene: 'ranking' }, false).map(sceneText);
}
