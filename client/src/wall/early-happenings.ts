import { useCallback, useEffect, useRef } from 'react';
import type { Happening } from '@emulation/shared';
import { onHappening } from '../store/board-store.ts';

/** A wall is open for seconds before its takeovers are there, not for longer. */
const most = 200;

/**
 * Keeps what a board tells before the part of the wall that shows it has been loaded; the answered
 * function hands it over, once, to whoever listens from then on.
 */
export function useEarlyHappenings(board: string): () => readonly Happening[] {
  const heard = useRef<Happening[]>([]);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    stop.current = onHappening(board, (happening) => {
      heard.current = [...heard.current, happening].slice(-most);
    });
    return () => stop.current?.();
  }, [board]);
  return useCallback(() => {
    stop.current?.();
    stop.current = undefined;
    return heard.current.splice(0);
  }, []);
}
