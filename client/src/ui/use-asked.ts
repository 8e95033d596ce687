import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../api/client.ts';

export type Asked<T> =
  | { kind: 'asking' }
  | { kind: 'answered'; value: T }
  | { kind: 'failed'; problem: ApiProblem };

/** Something that is asked of the server once, and again when told. `ask` keeps its identity. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>): [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'asking' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => setAsked({ kind: 'answered', value }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setAsked({ kind: 'failed', problem: error });
      },
    );
    return () => abort.abort();
  }, [ask, turn]);
  return [asked, useCallback(() => setTurn((before) => before + 1), [])];
}
