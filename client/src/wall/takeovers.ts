import { useEffect, useState } from 'react';
import type { Happening, RecordRow } from '@emulation/shared';
import { onHappening, rowsNow, useTopic, type Vocabulary } from '../store/board-store.ts';
import { needsRoom } from './story-words.ts';
import { emptyQueue, hear, step, type TakeoverQueue } from './takeover-queue.ts';
import type { Story } from './takeover-story.ts';

const tickMs = 250;

/** The records that a happening's result holds now. */
function heldBy(board: string, happening: Happening): RecordRow[] {
  if (happening.kind !== 'verification') return [];
  const records = rowsNow<RecordRow>(board, 'records');
  return [...records.values()].filter(({ result }) => result === happening.result);
}

/**
 * The takeovers of a board as they come; while `isHeld` something else has the screen. `takeEarly`
 * hands over what was told before.
 */
export function useTakeovers(
  board: string,
  vocabulary: Vocabulary,
  takeEarly: () => readonly Happening[],
  isHeld = false,
): TakeoverQueue {
  const [queue, setQueue] = useState(emptyQueue);
  useTopic<RecordRow>(board, 'records');
  useEffect(() => {
    const take = (happening: Happening) => {
      const held = heldBy(board, happening);
      setQueue((old) => hear(old, happening, held));
    };
    const release = onHappening(board, take);
    takeEarly().forEach(take);
    return release;
  }, [board, takeEarly]);
  useEffect(() => {
    if (isHeld) return undefined;
    const isRoomy = (story: Story) => needsRoom(vocabulary, story);
    const timer = setInterval(() => setQueue((old) => step(old, Date.now(), isRoomy)), tickMs);
    return () => clearInterval(timer);
  }, [isHeld, vocabulary]);
  return queue;
}
