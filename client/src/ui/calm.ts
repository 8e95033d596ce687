import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * A value that changes no more often than every `calmMs`: at once after a pause, and the last in the
 * end. What shows it is drawn in slices, between which the page does what is more urgent.
 */
export function useCalm<T>(value: T, calmMs: number | ((shown: T, next: T) => number)): T {
  const [calm, setCalm] = useState(value);
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    if (Object.is(value, calm)) return undefined;
    const show = () => {
      changedAt.current = performance.now();
      startTransition(() => setCalm(value));
    };
    const leastMs = typeof calmMs === 'number' ? calmMs : calmMs(calm, value);
    const wait = changedAt.current + leastMs - performance.now();
    const timer = wait > 0 ? setTimeout(show, wait) : show();
    return () => clearTimeout(timer ?? undefined);
  }, [value, calm, calmMs]);
  return calm;
}
