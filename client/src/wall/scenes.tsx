import type { SceneName } from '@emulation/shared';
import type { ReactNode } from 'react';
import { RankingScene } from './ranking-scene.tsx';
import type { SceneProps } from './scene-props.ts';
import { soon } from './soon.tsx';
import { sceneOfStop } from './stops.ts';

/** A wall begins with a ranking, where nothing else was asked for; the others follow. */
const DriveScene = soon(() => import('./drive-scene.tsx'), 'DriveScene');
const PulseScene = soon(() => import('./pulse-scene.tsx'), 'PulseScene');

const nothing = () => null;

const scenes: { [Name in SceneName]: (props: SceneProps) => ReactNode } = {
  ranking: (props) => <RankingScene {...props} />,
  drive: (props) => <DriveScene {...props} />,
  pulse: (props) => <PulseScene {...props} />,
  versus: nothing,
  records: nothing,
  balance: nothing,
  unit: nothing,
  experience: nothing,
  cooperation: nothing,
  replay: nothing,
  message: nothing,
};

/** The scene of a stop: a stop is named by its scene, and what it is of. */
export function showScene(props: SceneProps): ReactNode {
  const scene = sceneOfStop(props.stop.key);
  return scene ? scenes[scene.scene](props) : null;
}
