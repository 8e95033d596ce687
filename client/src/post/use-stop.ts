import { useEffect, useState } from 'react';
import type { Implausible } from './implausible.ts';
import { clear, submitted, waited, type Stop } from './stop.ts';

interface Asked {
  /** The very value of a unit and metric; empty: no value is typed. */
  question: string;
  isKnown: boolean;
  doubt: Implausible | undefined;
  isLinked: boolean;
  post: () => void;
}

/** Posts what is usual or cannot be judged here, waits for what usual is, and asks once about all else. */
export function useStop({ question, isKnown, doubt, isLinked, post }: Asked) {
  const [stop, setStop] = useState<Stop>(clear);
  const known = { isKnown, isDoubted: doubt !== undefined };
  const take = (next: Stop | 'post') => {
    if (next !== 'post') return setStop(next);
    setStop(clear);
    post();
  };
  useEffect(() => {
    const now = Date.now();
    const next = waited(stop, question, known, now);
    if (next !== stop) return take(next);
    if (stop.name !== 'waiting') return undefined;
    const timer = setTimeout(
      () => take(waited(stop, question, known, stop.until)),
      stop.until - now,
    );
    return () => clearTimeout(timer);
  });
  const isOf = stop.name !== 'clear' && stop.question === question;
  return {
    isAsking: isOf && stop.name === 'asked',
    isWaiting: isOf && stop.name === 'waiting',
    submit: () => take(submitted(stop, question, known, { now: Date.now(), isLinked })),
  };
}
