import type { PulseRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { loadWords } from '../i18n/words.ts';
import { holdDrawing, useTopic, useVocabulary } from '../store/board-store.ts';
import type { WallPlan } from './display/use-display.ts';
import { useBurnInShift, useIdlePointer } from './screen-care.ts';
import { useEarlyHappenings } from './early-happenings.ts';
import { fetchSoon, soon } from './soon.tsx';
import type { Busy } from './takeover-desk.tsx';
import type { Screen } from './takeover-queue.ts';
import { WallBoard } from './wall-board.tsx';
import { WallGuard } from './wall-guard.tsx';
import { StaleEdge } from './wall-truth.tsx';
import { useWallTheme } from './use-wall-theme.ts';
import { readSettings } from './wall-settings.ts';
import './wall.css';
import './ranking.css';

const Display = soon(() => import('./display/display.tsx'), 'Display');
const WallMessage = soon(() => import('./wall-message.tsx'), 'WallMessage');
const TakeoverDesk = soon(() => import('./takeover-desk.tsx'), 'TakeoverDesk');

/** Metrics that have results: the others have nothing to rank. */
function activeMetrics(pulse: Iterable<PulseRow>): string[] {
  return [...pulse].flatMap((row) =>
    row.kind === 'metric' && row.results > 0 ? [row.metric] : [],
  );
}

function Wall({ board }: { board: string }) {
  const { t } = useTranslation('wall');
  const search = useSearch();
  const base = useMemo(() => readSettings(search), [search]);
  const [plan, setPlan] = useState<WallPlan>();
  const [stop, setStop] = useState('');
  const settings = plan?.settings ?? base;
  const vocabulary = useVocabulary(board);
  const pulse = useTopic<PulseRow>(board, 'pulse');
  const [screen, setScreen] = useState<Screen | null>(null);
  const [busy, setBusy] = useState<Busy>();
  const [isCovered, setCovered] = useState(false);
  const takeEarly = useEarlyHappenings(board);
  const shift = useBurnInShift();
  const idle = useIdlePointer();
  useWallTheme(base);
  // Nobody sees it: what comes meanwhile is drawn at once when it comes into sight again.
  useEffect(() => (isCovered ? holdDrawing() : undefined), [isCovered]);
  useEffect(() => {
    fetchSoon();
    void loadWords('scenes');
  }, []);
  const name = vocabulary.board?.name;
  useEffect(() => {
    if (name) document.title = t('title', { board: name });
  }, [name, t]);
  const named = activeMetrics(pulse.rows.values()).join(' ');
  // The same list until a metric has its first result: the pulse changes with every one.
  const active = useMemo(() => (named === '' ? [] : named.split(' ')), [named]);
  return (
    <div className={idle ? 'wall wall-idle' : 'wall'}>
      <div className="wall-frame" data-covered={isCovered} style={shift}>
        {vocabulary.board && vocabulary.status !== 'missing' && active.length > 0 ? (
          <WallBoard
            board={board}
            vocabulary={vocabulary}
            active={active}
            pulse={pulse.rows}
            settings={settings}
            screen={screen}
            message={plan?.message}
            onStop={setStop}
          />
        ) : (
          <WallMessage board={board} vocabulary={vocabulary} waits={pulse.status === 'loading'} />
        )}
      </div>
      <StaleEdge />
      <TakeoverDesk
        {...{ board, vocabulary }}
        sound={settings.sound}
        takeEarly={takeEarly}
        onScreen={setScreen}
        onBusy={setBusy}
        onCover={setCovered}
      />
      <Display {...{ board, vocabulary, search, base, screen, busy, stop }} onPlan={setPlan} />
    </div>
  );
}

export function WallPage({ board }: { board: string }) {
  return (
    <WallGuard>
      <Wall board={board} />
    </WallGuard>
  );
}
