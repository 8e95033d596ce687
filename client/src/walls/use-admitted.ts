import type { TokenAnswer } from '@emulation/shared';
import { useCallback, useEffect } from 'react';
import { listTokens } from '../api/screens.ts';
import { useRefreshed } from '../machines/use-refreshed.ts';

export interface Admitted {
  /** `undefined` until the server has answered. */
  tokens: readonly TokenAnswer[] | undefined;
  now: number;
  refresh: () => void;
}

/** Displays that were admitted; asked again when `known` walls change, and every few seconds. */
export function useAdmitted(board: string, known: number): Admitted {
  const ask = useCallback((signal: AbortSignal) => listTokens(board, 'screens', signal), [board]);
  const { value, now, refresh } = useRefreshed(ask);
  useEffect(() => refresh(), [refresh, known]);
  return { tokens: value?.tokens, now, refresh };
}
