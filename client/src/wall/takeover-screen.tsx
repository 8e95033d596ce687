import { AnimatePresence, m, useReducedMotion } from 'framer-motion';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { settle, strike } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { CorrectionScene } from './correction-scene.tsx';
import { DriveStateScene } from './drive-state-scene.tsx';
import { RecordScene } from './record-scene.tsx';
import { SealScene } from './seal-scene.tsx';
import { SeveralScene } from './several-scene.tsx';
import { StandardScene } from './standard-scene.tsx';
import { screensLeft, type Screen, type TakeoverQueue } from './takeover-queue.ts';
import { isCrowded, needsRoom } from './story-words.ts';
import type { RecordStory, SealStory } from './takeover-story.ts';
import './takeover.css';
import './several-scene.css';
import './correction.css';

type Tone = 'seal' | 'record' | 'breakthrough' | 'several' | 'correction' | 'standard' | 'drive';

/** What kind of screen it is decides its colours and how much of it the diagonal takes. */
function toneOf({ stories }: Screen): Tone {
  const [first] = stories;
  if (first?.kind === 'standard' || first?.kind === 'drive' || first?.kind === 'seal')
    return first.kind;
  if (first?.kind !== 'record') return 'correction';
  if (stories.length > 1) return 'several';
  return first.breakthrough ? 'breakthrough' : 'record';
}

function Scene({ screen, vocabulary }: { screen: Screen; vocabulary: Vocabulary }) {
  const [first] = screen.stories;
  if (!first) return null;
  if (first.kind === 'drive') return <DriveStateScene story={first} vocabulary={vocabulary} />;
  if (first.kind === 'standard') return <StandardScene story={first} vocabulary={vocabulary} />;
  if (first.kind === 'seal') {
    const seals = screen.stories.filter((one): one is SealStory => one.kind === 'seal');
    return <SealScene stories={seals} vocabulary={vocabulary} />;
  }
  if (first.kind !== 'record') return <CorrectionScene story={first} vocabulary={vocabulary} />;
  if (screen.stories.length === 1) return <RecordScene story={first} vocabulary={vocabulary} />;
  const records = screen.stories.filter((one): one is RecordStory => one.kind === 'record');
  return <SeveralScene stories={records} vocabulary={vocabulary} />;
}

/**
 * The diagonal runs over the screen from left to right, and off it the same way. An edge that leans
 * moves, and what stands behind it moves against it and so stands still: both are transforms, which
 * cost no painting, where a clip that changes paints the whole screen at every frame.
 */
const wipe = (from: string, to: string) => ({
  initial: { transform: `translateX(${from})` },
  animate: { transform: 'translateX(0%)' },
  exit: { transform: `translateX(${to})`, transition: settle },
  transition: strike,
});
/** These stand before all of the board; the others leave some of it in sight. */
const covering: readonly Tone[] = ['record', 'breakthrough', 'several', 'correction'];
const edge = wipe('-100%', '100%');
const behind = wipe('100%', '-100%');
/** For those who asked for less motion. */
const fade = { initial: { opacity: 0 }, animate: { opacity: 1 }, exit: { opacity: 0 } };

/** The whole screen while a record is told. The diagonal strikes it and wipes itself off again. */
export function TakeoverScreen({
  queue,
  vocabulary,
  onCover,
}: {
  queue: TakeoverQueue;
  vocabulary: Vocabulary;
  /** Told when nothing of the board is seen any more, and when it comes into sight again. */
  onCover: (isCovered: boolean) => void;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const screen = queue.showing;
  const isStill = useReducedMotion() === true;
  const left = screensLeft(queue, (story) => needsRoom(vocabulary, story));
  const key = screen ? `${screen.position} ${screen.since}` : '';
  useEffect(() => () => onCover(false), [onCover, key]);
  const isCovering = screen !== null && covering.includes(toneOf(screen));
  const moves = isStill ? fade : edge;
  const onAnimationComplete = (ended: unknown) => {
    if (ended === moves.animate) onCover(isCovering);
  };
  return (
    <AnimatePresence>
      {screen && (
        <m.section
          key={key}
          className="takeover"
          data-tone={toneOf(screen)}
          data-crowded={screen.stories.some((story) => isCrowded(vocabulary, story))}
          role="status"
          {...(isStill && { ...fade, onAnimationComplete })}
        >
          <m.div className="takeover-edge" {...(!isStill && { ...edge, onAnimationComplete })}>
            <div className="takeover-lean">
              <div className="takeover-upright">
                <m.div className="takeover-behind" {...(!isStill && behind)}>
                  <div className="takeover-slab" aria-hidden="true" />
                  <div className="takeover-stripe" aria-hidden="true" />
                  <Scene screen={screen} vocabulary={vocabulary} />
                  {left > 0 && (
                    <p className="takeover-more">{t('takeover.more', { count: left })}</p>
                  )}
                </m.div>
              </div>
            </div>
          </m.div>
        </m.section>
      )}
    </AnimatePresence>
  );
}
