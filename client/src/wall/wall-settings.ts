import { readScene, sceneText, type PeriodName, type Scene } from '@emulation/shared';
import type { Theme } from '../ui/theme.ts';

/**
 * What the address of a wall fixes: `?metric=&scenes=&seconds=&period=&theme=&sound=`; the rest it decides
 * itself.
 */
export interface WallSettings {
  metric?: string;
  /** In the order they take turns; where absent, all that have something to show. */
  scenes?: readonly Scene[];
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
