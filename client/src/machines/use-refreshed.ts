import { useCallback, useState } from 'react';
import { useAnswer } from '../drives/use-answer.ts';
import { useNow } from '../ui/now.ts';

const everyMs = 5_000;

/** What the server answers, asked again every few seconds, and at once after a change. */
export function useRefreshed<T>(ask: (signal: AbortSignal) => Promise<T>) {
  const now = useNow(everyMs);
  const [changes, setChanges] = useState(0);
  const answer = useAnswer(ask, now + changes);
  const refresh = useCallback(() => setChanges((count) => count + 1), []);
  return { answer, value: 'value' in answer ? answer.value : undefined, refresh, now };
}
