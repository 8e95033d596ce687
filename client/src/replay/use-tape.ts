import { useReducedMotion } from 'framer-motion';
import { useCallback, useEffect, useRef, useState } from 'react';
import { beatOn, clamp, pace, toggle, type Tape } from './player.ts';

interface Playing extends Tape {
  /** How long what changes takes to do so. */
  frameMs: number;
  show: (index: number) => void;
  playOrPause: () => void;
}

interface Start {
  length: number;
  /** The frame that is asked for from outside; another one is gone to. */
  index: number;
  isPlaying: boolean;
  speed: number;
}

/** A tape of `length` frames that runs by itself while it plays. */
export function useTape({ length, index, isPlaying, speed }: Start): Playing {
  const [tape, setTape] = useState<Tape>(() => {
    const begun = { index, length, isPlaying: false };
    return isPlaying ? toggle(begun) : begun;
  });
  const isReduced = useReducedMotion() ?? false;
  const { ms, by } = pace(length, speed, isReduced);

  // What the address says afterwards: back and forward lead here, too.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else
      setTape((old) =>
        old.isPlaying && isPlaying
          ? { ...old, length }
          : { index: clamp(index, length), length, isPlaying },
      );
  }, [index, length, isPlaying]);

  const runs = tape.isPlaying && length > 1;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => setTape((old) => beatOn(old, by)), ms);
    return () => clearInterval(timer);
  }, [runs, ms, by]);

  const show = useCallback((next: number) => {
    setTape((old) => ({ ...old, index: clamp(next, old.length), isPlaying: false }));
  }, []);
  const playOrPause = useCallback(() => setTape(toggle), []);
  return {
    ...tape,
    index: clamp(tape.index, length),
    length,
    frameMs: isReduced ? 0 : ms,
    show,
    playOrPause,
  };
}
