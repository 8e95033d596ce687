import { useEffect, useState } from 'react';
import { onHappening } from '../store/board-store.ts';
import { emptyQueue, hear, step, type TakeoverQueue } from './takeover-queue.ts';

const tickMs = 250;

/** The takeovers of a board as they come; while `isHeld` something else has the screen. */
export function useTakeovers(board: string, isHeld = false): TakeoverQueue {
  const [queue, setQueue] = useState(emptyQueue);
  useEffect(() => {
    const release = onHappening(board, (happening) => setQueue((old) => hear(old, happening)));
    return release;
  }, [board]);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setInterval(() => setQueue((old) => step(old, Date.now())), tickMs);
    return () => clearInterval(timer);
  }, [isHeld]);
  return queue;
}
