import { startTransition, useEffect, useState } from 'react';

/** A page this narrow shows one thing at a time: the rest is below, out of sight. */
const narrow = '(max-width: 40rem)';
/** After this even a page that nobody has touched is whole. */
const longestMs = 10_000;
/** Whoever does one of these may want what is below; a tap does not, and what it means must not move. */
const signs = ['scroll', 'wheel', 'keydown'] as const;

/** The page is drawn on the server, which does not know how wide it will be. */
export const isFirstView = typeof window === 'undefined';

/** What is in sight at once; on a server, all. */
const seesAll = () => isFirstView || !matchMedia(narrow).matches || window.scrollY > 0;

/**
 * False while the page is drawn for the first time on a narrow screen: what stands below the first
 * screen waits until somebody moves, or nothing else is left to do. A first view has it all the same,
 * hidden on a narrow screen by the sheet of the page.
 */
export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(seesAll);
  useEffect(() => {
    if (isSettled) return undefined;
    const settle = () => startTransition(() => setSettled(true));
    // Between the first drawing and now nobody heard it.
    if (window.scrollY > 0) settle();
    for (const sign of signs) window.addEventListener(sign, settle, { passive: true });
    const timer = setTimeout(settle, longestMs);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, settle);
      clearTimeout(timer);
    };
  }, [isSettled]);
  return isSettled;
}
