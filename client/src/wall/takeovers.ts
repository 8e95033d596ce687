import { useEffect, useState } from 'react';
import { onHappening } from '../store/board-store.ts';
import { emptyQueue, hear, step, type TakeoverQueue } from './takeover-queue.ts';

const tickMs = 250;

/** The takeovers of a board as they come. */
export function useTakeovers(board: string): TakeoverQueue {
  const [queue, setQueue] = useState(emptyQueue);
  useEffect(() => {
    const release = onHappening(board, (happening) => setQueue((old) => hear(old, happening)));
    const timer = setInterval(() => setQueue((old) => step(old, Date.now())), tickMs);
    return () => {
      release();
      clearInterval(timer);
    };
  }, [board]);
  return queue;
}
