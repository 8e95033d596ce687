import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/**
 * The page's state lives in the address, so that a link shows what its sender saw. Setting a field
 * to an empty string takes it out; the history is replaced, not grown.
 */
export function useQueryState(): [URLSearchParams, (changes: Record<string, string>) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback(
    (changes: Record<string, string>) => {
      // Read again: two changes in one turn must not undo each other.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes))
        if (value === '') next.delete(name);
        else next.set(name, value);
      const text = next.toString();
      navigate(text ? `${path}?${text}` : path, { replace: true });
    },
    [path, navigate],
  );
  return [parameters, change];
}
