import { useEffect, useRef, useState } from 'react';

/** Counts how often a value became another one, so that what depends on it is asked again. */
export function useVersion(value: unknown): number {
  const [version, setVersion] = useState(0);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setVersion((count) => count + 1);
  }, [value]);
  return version;
}
