import type { PulseRow, RankingRow, SceneName } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import type { WallNotice } from './message-scene.tsx';
import { hasRecordsBeside, showScene } from './scenes.tsx';
import { soon } from './soon.tsx';
import { metricOfStop, wallStops } from './stops.ts';
import type { Screen } from './takeover-queue.ts';
import { rankingTopic, type WallSettings } from './wall-settings.ts';
import { useWallStops } from './wall-stops.ts';

const ReadyScenes = soon(() => import('./ready-scenes.ts'), 'ReadyScenes');
const WallRecords = soon(() => import('./wall-records.tsx'), 'WallRecords');

const none: ReadonlySet<SceneName> = new Set();

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Metrics that have results. */
  active: readonly string[];
  pulse: ReadonlyMap<string, PulseRow>;
  settings: WallSettings;
  screen: Screen | null;
  /** What the steward has to say on this wall. */
  message?: WallNotice | undefined;
  /** Told what stands there, in one word. */
  onStop: (stop: string) => void;
}

/** The scenes in turn, and the last records beside them. */
export function WallBoard(props: Props) {
  const { board, vocabulary, active, pulse, settings, screen, message, onStop } = props;
  const [ready, setReady] = useState(none);
  const stops = useMemo(() => {
    const metrics = [...vocabulary.metrics.keys()].filter((metric) => active.includes(metric));
    return wallStops({ metrics, pulse, drives: [...vocabulary.drives.values()], ready, settings });
  }, [vocabulary, active, pulse, ready, settings]);
  const stop = useWallStops(stops, settings, screen);
  useEffect(() => onStop(stop.key), [onStop, stop.key]);
  const after = metricOfStop(stops[(stops.indexOf(stop.key) + 1) % stops.length] ?? '');
  // Watched ahead, so that the next metric stands there at once when its turn comes.
  useTopic<RankingRow>(board, after === undefined ? '' : rankingTopic(after, settings.period));
  if (stop.key === '') return null;
  return (
    <>
      <ReadyScenes
        {...{ board, pulse, settings }}
        hasMessage={message !== undefined}
        onReady={setReady}
      />
      {showScene({ board, vocabulary, settings, stop, message })}
      {hasRecordsBeside(stop.key) && <WallRecords board={board} vocabulary={vocabulary} />}
    </>
  );
}
