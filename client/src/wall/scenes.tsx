import type { ReactNode } from 'react';
import { DriveScene } from './drive-scene.tsx';
import { PulseScene } from './pulse-scene.tsx';
import { RankingScene } from './ranking-scene.tsx';
import type { SceneName } from './scene-names.ts';
import type { SceneProps } from './scene-props.ts';

const scenes: { [Name in SceneName]: (props: SceneProps) => ReactNode } = {
  ranking: (props) => <RankingScene {...props} />,
  drive: (props) => <DriveScene {...props} />,
  pulse: (props) => <PulseScene {...props} />,
};

/** The scene of a stop: a stop is named by its scene, and what it is of. */
export function showScene(props: SceneProps): ReactNode {
  // Only `wallStops` makes stops, of these names.
  return scenes[props.stop.key.split(':')[0] as SceneName](props);
}
