import type { Playlist, Scene, WallMessage } from '@emulation/shared';
import type { TimedScene, WallSettings } from '../wall-settings.ts';

/** What decides what a wall shows, beside its address. */
export interface PlanSources {
  playlist: Playlist | null;
  /** Places of the playlist's items that are due now. */
  due: readonly number[];
  /** What a steward has asked for now. */
  forced: Scene | undefined;
  hasMessage: boolean;
}

const message: Scene = { scene: 'message' };

function timedScenes({ items }: Playlist, due: readonly number[]): TimedScene[] {
  return due.flatMap((place) => {
    const item = items[place];
    if (!item) return [];
    const { show, seconds, sectors } = item;
    const ms = seconds * 1000;
    if (!sectors || show.scene !== 'ranking') return [{ scene: show, ms }];
    return sectors.map((sector) => ({ scene: { ...show, sector }, ms }));
  });
}

/**
 * What a wall shows now: what a steward asked for; else what is due of its playlist; else what its
 * address says, or its own choice. A message takes turns with either.
 */
export function planWall(base: WallSettings, sources: PlanSources): WallSettings {
  const { playlist, due, forced, hasMessage } = sources;
  const { metric: _, ...address } = base;
  const anyMetric = { ...address, sound: playlist?.sound ?? base.sound };
  if (forced) return { ...anyMetric, scenes: [forced] };
  const timed = playlist ? timedScenes(playlist, due) : [];
  const scenes = timed.length > 0 ? timed.map(({ scene }) => scene) : base.scenes;
  const isSaid = scenes?.some(({ scene }) => scene === 'message') ?? true;
  const shown = hasMessage && !isSaid && scenes ? { scenes: [message, ...scenes] } : { scenes };
  if (timed.length > 0)
    return { ...anyMetric, timed, ...(shown.scenes ? { scenes: shown.scenes } : {}) };
  return { ...base, sound: anyMetric.sound, ...(shown.scenes ? { scenes: shown.scenes } : {}) };
}

/** Messages that stand at `now` (ms since the epoch), the newest first. */
export function standingMessages(messages: Iterable<WallMessage>, now: number): WallMessage[] {
  return [...messages]
    .filter(({ until }) => Date.parse(until) > now)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
