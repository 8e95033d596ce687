import { readScene, sceneText, type PeriodName, type Scene } from '@emulation/shared';
import type { Theme } from '../ui/theme.ts';

/**
 * What the address of a wall fixes: `?metric=&scenes=&seconds=&period=&theme=&sound=`; the rest it decides
 * itself.
 */
/** A scene of a playlist, and how long one picture of it stands. */
export interface TimedScene {
  scene: Scene;
  ms: number;
}

export interface WallSettings {
  metric?: string;
  /** In the order they take turns; where absent, all that have something to show. */
  scenes?: readonly Scene[];
  /** Of the playlist; where a stop is in none of them it stands for `stopMs`. */
  timed?: readonly TimedScene[];
  stopMs: number;
  period: PeriodName;
  theme: Theme;
  /** Takeovers may be heard. */
  sound: boolean;
}

const usualMs = 12_000;
const fastest = 4;
const slowest = 3600;

/** Words that name no scene are passed over; one named twice is one. */
function readScenes(text: string): Scene[] {
  const scenes = text.split(',').flatMap((word) => readScene(word) ?? []);
  return [...new Map(scenes.map((scene) => [sceneText(scene), scene])).values()];
}

export function readSettings(search: string): WallSettings {
  const given = new URLSearchParams(search);
  const metric = given.get('metric');
  const seconds = Number(given.get('seconds') ?? '');
  const stopMs = seconds > 0 ? Math.min(slowest, Math.max(fastest, seconds)) * 1000 : usualMs;
  const asked = given.get('period');
  const period = asked === 'month' || asked === 'week' ? asked : 'all';
  const theme = given.get('theme') === 'office' ? 'office' : 'hall';
  const scenes = readScenes(given.get('scenes') ?? '');
  return {
    ...(metric ? { metric } : {}),
    ...(scenes.length > 0 ? { scenes } : {}),
    stopMs,
    period,
    theme,
    sound: given.get('sound') === '1',
  };
}

/** The live topic of a metric's ranking over the wall's period. */
export function rankingTopic(metric: string, period: PeriodName): string {
  return period === 'all' ? `ranking:${metric}` : `ranking:${metric}:${period}`;
}

/** Whether a stop is one of a scene's: it may name what the scene leaves open. */
function isOf(stop: Scene, scene: Scene): boolean {
  const named = stop as Record<string, string>;
  return Object.entries(scene).every(([field, value]) => named[field] === value);
}

/** How long one picture of a stop stands. */
export function stopMsOf({ timed = [], stopMs }: WallSettings, stop: string): number {
  const shown = readScene(stop);
  return timed.find(({ scene }) => shown && isOf(shown, scene))?.ms ?? stopMs;
}
