import { useEffect, useState, type CSSProperties } from 'react';

const idleMs = 3_000;
const shiftMs = 180_000;
/** A slow walk around the middle, in hundredths of the screen: no pixel shows one edge for months. */
const walk = [
  [0, 0],
  [0.3, 0],
  [0.3, 0.25],
  [0, 0.25],
  [-0.3, 0.25],
  [-0.3, 0],
  [-0.3, -0.25],
  [0, -0.25],
  [0.3, -0.25],
] as const;

/** Where the picture stands now, so that nothing burns in. */
export function useBurnInShift(): CSSProperties {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((before) => (before + 1) % walk.length), shiftMs);
    return () => clearInterval(timer);
  }, []);
  const [x, y] = walk[at] ?? walk[0];
  return { transform: `translate(${x}vmax, ${y}vmax)` };
}

/** True while the pointer rests: a wall has no use for an arrow in its middle. */
export function useIdlePointer(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), idleMs);
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), idleMs);
    };
    window.addEventListener('pointermove', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
    };
  }, []);
  return idle;
}
