import { useEffect, useRef, useState } from 'react';
import type { Happening, RecordRow } from '@emulation/shared';
import { onHappening, useTopic } from '../store/board-store.ts';
import { emptyQueue, hear, step, type TakeoverQueue } from './takeover-queue.ts';

const tickMs = 250;

/** The records that a happening's result holds now. */
function heldBy(happening: Happening, records: ReadonlyMap<string, RecordRow>): RecordRow[] {
  if (happening.kind !== 'verification') return [];
  return [...records.values()].filter(({ result }) => result === happening.result);
}

/** The takeovers of a board as they come; while `isHeld` something else has the screen. */
export function useTakeovers(board: string, isHeld = false): TakeoverQueue {
  const [queue, setQueue] = useState(emptyQueue);
  const { rows } = useTopic<RecordRow>(board, 'records');
  const records = useRef(rows);
  records.current = rows;
  useEffect(() => {
    const release = onHappening(board, (happening) => {
      const held = heldBy(happening, records.current);
      setQueue((old) => hear(old, happening, held));
    });
    return release;
  }, [board]);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setInterval(() => setQueue((old) => step(old, Date.now())), tickMs);
    return () => clearInterval(timer);
  }, [isHeld]);
  return queue;
}
