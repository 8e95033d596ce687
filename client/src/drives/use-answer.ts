import { useEffect, useState } from 'react';

export type Answer<T> =
  | { kind: 'loading' }
  | { kind: 'answer'; value: T }
  /** The last answer, if there was one, stays readable. */
  | { kind: 'failed'; value?: T };

/**
 * What the server answers, asked again whenever `version` grows; what was answered before stays in
 * the meantime. `ask` must be stable between two versions.
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, version: number): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'loading' });
  useEffect(() => {
    const aborted = new AbortController();
    ask(aborted.signal)
      .then((value) => setAnswer({ kind: 'answer', value }))
      .catch(() => {
        if (aborted.signal.aborted) return;
        setAnswer((before) =>
          before.kind === 'loading'
            ? { kind: 'failed' }
            : { kind: 'failed', ...('value' in before ? { value: before.value } : {}) },
        );
      });
    return () => aborted.abort();
  }, [ask, version]);
  return answer;
}
