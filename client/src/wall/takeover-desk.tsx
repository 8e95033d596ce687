import type { Happening } from '@emulation/shared';
import { useDeferredValue, useEffect } from 'react';
import { MotionStage } from '../motion/motion-stage.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { RevealScreen } from './reveal/reveal-screen.tsx';
import { useReveal } from './reveal/use-reveal.ts';
import type { Screen } from './takeover-queue.ts';
import { TakeoverScreen } from './takeover-screen.tsx';
import { TakeoverSound } from './takeover-sound.tsx';
import { useTakeovers } from './takeovers.ts';

/** What has the whole screen, or waits for it. */
export type Busy = 'reveal' | 'takeover' | undefined;

interface Props {
  board: string;
  vocabulary: Vocabulary;
  sound: boolean;
  /** Hands over what was told before this was there. */
  takeEarly: () => readonly Happening[];
  /** Told of every screen as it comes, and of the end of the last. */
  onScreen: (screen: Screen | null) => void;
  onBusy: (busy: Busy) => void;
  /** Told when nothing of the board is seen any more, and when it comes into sight again. */
  onCover: (isCovered: boolean) => void;
}

/** What takes the whole screen: the reveal of a drive, and takeovers, which wait behind it. */
export function TakeoverDesk(props: Props) {
  const { board, vocabulary, sound, takeEarly, onScreen, onBusy, onCover } = props;
  const reveal = useReveal(board, vocabulary);
  const isHeld = reveal !== undefined;
  // A screen is made in slices, between the frames of what still moves behind it.
  const queue = useDeferredValue(useTakeovers(board, vocabulary, takeEarly, isHeld));
  const { showing, waiting } = queue;
  const isTold = showing !== null || waiting.length > 0;
  const busy = isHeld ? 'reveal' : isTold ? 'takeover' : undefined;
  useEffect(() => onBusy(busy), [onBusy, busy]);
  useEffect(() => onScreen(showing), [onScreen, showing]);
  return (
    <>
      {sound && <TakeoverSound screen={isHeld ? null : showing} />}
      <MotionStage>
        {reveal ? (
          <RevealScreen {...reveal} vocabulary={vocabulary} />
        ) : (
          <TakeoverScreen {...{ queue, vocabulary, onCover }} />
        )}
      </MotionStage>
    </>
  );
}
