import type { Scene, SceneName } from '@emulation/shared';
import type { ReactNode } from 'react';
import { RankingScene } from './ranking-scene.tsx';
import type { SceneProps } from './scene-props.ts';
import { soon } from './soon.tsx';
import { sceneOfStop } from './stops.ts';

/** A wall begins with a ranking, where nothing else was asked for; the others follow. */
const DriveScene = soon(() => import('./drive-scene.tsx'), 'DriveScene');
const PulseScene = soon(() => import('./pulse-scene.tsx'), 'PulseScene');
const VersusScene = soon(() => import('./versus-scene.tsx'), 'VersusScene');
const DayScene = soon(() => import('./day-scene.tsx'), 'DayScene');
const BalanceScene = soon(() => import('./balance-scene.tsx'), 'BalanceScene');
const UnitScene = soon(() => import('./unit-scene.tsx'), 'UnitScene');
const ExperienceScene = soon(() => import('./experience-scene.tsx'), 'ExperienceScene');
const CooperationScene = soon(() => import('./cooperation-scene.tsx'), 'CooperationScene');
const ReplayScene = soon(() => import('./replay-scene.tsx'), 'ReplayScene');
const MessageScene = soon(() => import('./message-scene.tsx'), 'MessageScene');

type Show<Name extends SceneName> = (
  props: SceneProps,
  scene: Extract<Scene, { scene: Name }>,
) => ReactNode;

const scenes: { [Name in SceneName]: Show<Name> } = {
  ranking: (props, scene) => <RankingScene {...props} scene={scene} />,
  drive: (props, scene) => <DriveScene {...props} scene={scene} />,
  pulse: (props) => <PulseScene {...props} />,
  versus: (props, scene) => <VersusScene {...props} scene={scene} />,
  records: (props) => <DayScene {...props} />,
  balance: (props) => <BalanceScene {...props} />,
  unit: (props, scene) => <UnitScene {...props} scene={scene} />,
  experience: (props, scene) => <ExperienceScene {...props} scene={scene} />,
  cooperation: (props) => <CooperationScene {...props} />,
  message: (props) => <MessageScene vocabulary={props.vocabulary} message={props.message} />,
  replay: (props) => <ReplayScene {...props} />,
};

/** Scenes that leave room for the last records beside them. */
const narrow: ReadonlySet<string> = new Set(['ranking', 'drive', 'pulse', 'replay']);

/** Whether the last records stand beside the scene of a stop. */
export const hasRecordsBeside = (stop: string): boolean =>
  narrow.has(sceneOfStop(stop)?.scene ?? '');

/** The scene of a stop: a stop is named by its scene, and what it is of. */
export function showScene(props: SceneProps): ReactNode {
  const scene = sceneOfStop(props.stop.key);
  // Each scene is given to the entry of its own name.
  return scene ? (scenes[scene.scene] as Show<SceneName>)(props, scene) : null;
}
