import { useEffect, useRef, useState, type RefObject } from 'react';

/** Rows this near to the screen are about to be seen. */
const margin = '400px 0px';
/** Nothing moved for so long: nobody waits for the rows in sight any more. */
const calmMs = 1_000;

/** True from a change of `value` until nothing has changed for a while. */
function useRush(value: unknown): boolean {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), calmMs);
    return () => clearTimeout(timer);
  }, [value]);
  return calm !== value;
}

/**
 * Which rows of a long list need not be drawn anew now, by their `data-row`: while the ranking moves,
 * those that nobody sees. They stand in the right order all the same, and are drawn as soon as they
 * come near the screen or the ranking is calm. `rows`: a list that is the same object until it changes.
 */
export function useOutOfSight(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  isLong: boolean,
): (key: string) => boolean {
  const [inSight, setInSight] = useState<ReadonlySet<string>>();
  const isRush = useRush(rows);
  const observer = useRef<IntersectionObserver>(undefined);
  useEffect(() => {
    if (!isLong) return undefined;
    observer.current = new IntersectionObserver(
      (entries) =>
        setInSight((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const key = (target as HTMLElement).dataset['row'] ?? '';
            if (isIntersecting) now.add(key);
            else now.delete(key);
          }
          return now;
        }),
      { rootMargin: margin },
    );
    return () => {
      observer.current?.disconnect();
      observer.current = undefined;
      setInSight(undefined);
    };
  }, [isLong]);
  useEffect(() => {
    // A row that is observed already is not observed twice.
    for (const row of list.current?.children ?? []) observer.current?.observe(row);
  }, [list, rows, isLong]);
  return (key) => isLong && isRush && inSight !== undefined && !inSight.has(key);
}
