import { useCallback } from 'react';
import { listTokens } from '../api/screens.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useNow } from '../ui/now.ts';

const lookMs = 60_000;
const soonMs = 7 * 24 * 3_600_000;

/** How many machines and displays may see the board; `undefined` until the server has said. */
export interface LetIn {
  tokens: number | undefined;
  /** Tokens that end within a week, or have. */
  ending: number;
  displays: number | undefined;
}

export function useLetIn(board: string): LetIn {
  const now = useNow(lookMs);
  const ask = useCallback((signal: AbortSignal) => listTokens(board, undefined, signal), [board]);
  const [asked] = useAsked(ask);
  if (asked.kind !== 'answered') return { tokens: undefined, ending: 0, displays: undefined };
  const { tokens } = asked.value;
  const displays = tokens.filter(({ right }) => right === 'screen').length;
  const ending = tokens.filter(
    ({ expiresAt }) => expiresAt !== undefined && Date.parse(expiresAt) < now + soonMs,
  ).length;
  return { tokens: tokens.length - displays, ending, displays };
}
