import type { ResultHistory } from '@emulation/shared';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { resultHistory } from '../api/recognition.ts';
import { useFeed } from '../store/board-store.ts';

export type Known = ResultHistory | 'missing' | 'failed' | undefined;

/** The history of a result, read again when something is announced about it. */
export function useHistory(board: string, id: string): { known: Known; reread: () => void } {
  const [known, setKnown] = useState<Known>();
  const [asked, setAsked] = useState(0);
  const { happenings } = useFeed(board);
  const newest = happenings.find((one) => 'result' in one && one.result === id);
  const moved = newest ? `${newest.epoch} ${newest.seq}` : '';
  useEffect(() => {
    const abort = new AbortController();
    resultHistory(board, id, abort.signal).then(setKnown, (error: unknown) => {
      if (abort.signal.aborted) return;
      const isMissing = error instanceof ApiProblem && error.problem.status === 404;
      setKnown(isMissing ? 'missing' : 'failed');
    });
    return () => abort.abort();
  }, [board, id, moved, asked]);
  return { known, reread: useCallback(() => setAsked((times) => times + 1), []) };
}
