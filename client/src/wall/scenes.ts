import type { ComponentType } from 'react';
import { PulseScene } from './pulse-scene.tsx';
import { RankingScene } from './ranking-scene.tsx';
import type { SceneName } from './scene-names.ts';
import type { SceneProps } from './scene-props.ts';

const scenes: { [Name in SceneName]: ComponentType<SceneProps> } = {
  ranking: RankingScene,
  pulse: PulseScene,
};

/** The scene of a stop: a stop is named by its scene, and what it is of. */
export function sceneOf(stop: string): ComponentType<SceneProps> {
  // Only `wallStops` makes stops, of these names.
  return scenes[stop.split(':')[0] as SceneName];
}
