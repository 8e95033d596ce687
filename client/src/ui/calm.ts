import { useEffect, useRef, useState } from 'react';

/** A value that changes no more often than every `calmMs`: at once after a pause, and the last in the end. */
export function useCalm<T>(value: T, calmMs: number): T {
  const [calm, setCalm] = useState(value);
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    if (Object.is(value, calm)) return undefined;
    const show = () => {
      changedAt.current = performance.now();
      setCalm(value);
    };
    const wait = changedAt.current + calmMs - performance.now();
    const timer = wait > 0 ? setTimeout(show, wait) : show();
    return () => clearTimeout(timer ?? undefined);
  }, [value, calm, calmMs]);
  return calm;
}
