import type { PulseRow } from '@emulation/shared';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { MotionStage } from '../motion/motion-stage.tsx';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { currentTheme, showTheme } from '../ui/theme.ts';
import { useReveal } from './reveal/use-reveal.ts';
import { useBurnInShift, useFullScreenKey, useIdlePointer, useWakeLock } from './screen-care.ts';
import { fetchSoon, soon } from './soon.tsx';
import { useTakeovers } from './takeovers.ts';
import { WallBoard } from './wall-board.tsx';
import { WallGuard } from './wall-guard.tsx';
import { WallMessage } from './wall-message.tsx';
import { StaleEdge } from './wall-truth.tsx';
import { readSettings, type WallSettings } from './wall-settings.ts';
import './wall.css';
import './ranking.css';

const RevealScreen = soon(() => import('./reveal/reveal-screen.tsx'), 'RevealScreen');
const TakeoverSound = soon(() => import('./takeover-sound.tsx'), 'TakeoverSound');
const TakeoverScreen = soon(() => import('./takeover-screen.tsx'), 'TakeoverScreen');

/** Dark unless the address asks for light: a hall is, and a screen that shines for months burns in. */
function useWallTheme({ theme }: WallSettings): void {
  useEffect(() => {
    const before = currentTheme();
    showTheme(theme);
    return () => showTheme(before);
  }, [theme]);
}

/** Metrics that have results: the others have nothing to rank. */
function activeMetrics(pulse: Iterable<PulseRow>): string[] {
  return [...pulse].flatMap((row) =>
    row.kind === 'metric' && row.results > 0 ? [row.metric] : [],
  );
}

function Wall({ board }: { board: string }) {
  const { t } = useTranslation('wall');
  const search = useSearch();
  const settings = readSettings(search);
  const vocabulary = useVocabulary(board);
  const pulse = useTopic<PulseRow>(board, 'pulse');
  const shown = useReveal(board, vocabulary);
  const queue = useTakeovers(board, shown !== undefined);
  const shift = useBurnInShift();
  const idle = useIdlePointer();
  useWallTheme(settings);
  useWakeLock();
  useFullScreenKey();
  useEffect(fetchSoon, []);
  const name = vocabulary.board?.name;
  useEffect(() => {
    if (name) document.title = t('title', { board: name });
  }, [name, t]);
  const active = activeMetrics(pulse.rows.values());
  return (
    <div className={idle ? 'wall wall-idle' : 'wall'}>
      <div className="wall-frame" style={shift}>
        {vocabulary.board && active.length > 0 ? (
          <WallBoard
            board={board}
            vocabulary={vocabulary}
            active={active}
            pulse={pulse.rows}
            settings={settings}
            screen={queue.showing}
          />
        ) : (
          <WallMessage board={board} vocabulary={vocabulary} waits={pulse.status === 'loading'} />
        )}
      </div>
      <StaleEdge />
      {settings.sound && <TakeoverSound screen={shown ? null : queue.showing} />}
      {shown ? (
        <RevealScreen {...shown} vocabulary={vocabulary} />
      ) : (
        <TakeoverScreen queue={queue} vocabulary={vocabulary} />
      )}
    </div>
  );
}

export function WallPage({ board }: { board: string }) {
  return (
    <WallGuard>
      <MotionStage>
        <Wall board={board} />
      </MotionStage>
    </WallGuard>
  );
}
