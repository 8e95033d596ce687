import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** `push`: a step that the browser's back button undoes. */
export type HistoryStep = 'replace' | 'push';
export type ChangeQueryState = (changes: Record<string, string>, step?: HistoryStep) => void;

/**
 * The page's state lives in the address, so that a link shows what its sender saw. Setting a field
 * to an empty string takes it out; the history is replaced, not grown, unless a change is a step.
 */
export function useQueryState(): [URLSearchParams, ChangeQueryState] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback<ChangeQueryState>(
    (changes, step = 'replace') => {
      // Read again: two changes in one turn must not undo each other.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes))
        if (value === '') next.delete(name);
        else next.set(name, value);
      const text = next.toString();
      navigate(text ? `${path}?${text}` : path, { replace: step === 'replace' });
    },
    [path, navigate],
  );
  return [parameters, change];
}
