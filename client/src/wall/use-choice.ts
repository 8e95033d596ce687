import { useState } from 'react';

/** A choice that changes from minute to minute, and is the same on every wall of a board. */
const minuteMs = 60_000;

export function choiceAt(candidates: readonly string[], now: number): string | undefined {
  return candidates[Math.floor(now / minuteMs) % Math.max(1, candidates.length)];
}

/** One of the candidates, the same for as long as the scene stands and they are the same. */
export function useChoice(candidates: readonly string[]): string | undefined {
  const [begun] = useState(() => Date.now());
  return choiceAt(candidates, begun);
}
