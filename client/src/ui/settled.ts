import { startTransition, useEffect, useState } from 'react';

/** A page this narrow shows one thing at a time: the rest is below, out of sight. */
const narrow = '(max-width: 40rem)';
const longestMs = 1_000;

/** What is in sight at once; on a server, all. */
const seesAll = () =>
  typeof window === 'undefined' || !matchMedia(narrow).matches || window.scrollY > 0;

/**
 * False while the page is drawn for the first time on a narrow screen: what stands below the first
 * screen waits until what is seen stands.
 */
export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(seesAll);
  useEffect(() => {
    if (isSettled) return undefined;
    const settle = () => startTransition(() => setSettled(true));
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(settle, longestMs / 4);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(settle, { timeout: longestMs });
    return () => cancelIdleCallback(asked);
  }, [isSettled]);
  return isSettled;
}
