import { useEffect, useState } from 'react';
import { placeInLine } from './attempt-order.ts';
import { isPending, type Attempt } from './attempt.ts';
import { useAttempts } from './outbox.ts';

/** Longer than an answer usually takes: whoever posts need not look at a form that is shut. */
const watchedMs = 3_000;

/** Whether an attempt is not answered soon: others go out before it, or the network is slow. */
export function useLasting(board: string, attempt: Attempt | undefined): boolean {
  const [lasting, setLasting] = useState<string>();
  const key = attempt && isPending(attempt) ? attempt.key : undefined;
  const typedAt = attempt?.typedAt ?? 0;
  useEffect(() => {
    if (key === undefined) return;
    const left = Math.max(0, typedAt + watchedMs - Date.now());
    const timer = setTimeout(() => setLasting(key), left);
    return () => clearTimeout(timer);
  }, [key, typedAt]);
  const attempts = useAttempts(board);
  const before = attempt ? placeInLine(attempts, attempt) : 0;
  return key !== undefined && (before > 0 || lasting === key);
}
