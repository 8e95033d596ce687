import { useRef } from 'react';

/** A choice that changes from minute to minute, and is the same on every wall of a board. */
const minuteMs = 60_000;

export function choiceAt(candidates: readonly string[], now: number): string | undefined {
  return candidates[Math.floor(now / minuteMs) % Math.max(1, candidates.length)];
}

/** One of the candidates, kept while the scene stands and the candidate is one. */
export function useChoice(candidates: readonly string[]): string | undefined {
  const chosen = useRef<string | undefined>(undefined);
  if (chosen.current === undefined || !candidates.includes(chosen.current))
    chosen.current = choiceAt(candidates, Date.now());
  return chosen.current;
}
