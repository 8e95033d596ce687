import { useEffect, useState, type RefObject } from 'react';

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

/** Places in the list, from 0, of the rows that are seen or nearly; of each column, where it has two. */
interface Seen {
  from: number;
  to: number;
  perColumn: number;
}

/** What is within this share of a window above or below it counts as seen. */
const margin = 0.25;

/** Rows are about as high as one another. */
function readSeen(list: HTMLElement): Seen {
  const rows = [...list.children] as HTMLElement[]; // of a list of the page
  const isTwo = rows[0]?.offsetLeft !== rows.at(-1)?.offsetLeft;
  const perColumn = Math.max(1, isTwo ? Math.ceil(rows.length / 2) : rows.length);
  const { top, height } = list.getBoundingClientRect();
  const rowPx = Math.max(1, height / perColumn);
  const { innerHeight } = window;
  return {
    from: Math.floor((-top - margin * innerHeight) / rowPx),
    to: Math.ceil(((1 + margin) * innerHeight - top) / rowPx),
    perColumn,
  };
}

/**
 * Which rows of a long list need not be drawn anew now, by their place in it from 0: while the
 * ranking moves, those that nobody sees. They stand in the right order all the same, and are drawn as
 * soon as they come near the window or the ranking is calm. `rows`: the same object until it changes.
 */
export function useOutOfSight(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  isLong: boolean,
): (at: number) => boolean {
  const [seen, setSeen] = useState<Seen>();
  const isRush = useRush(rows);
  useEffect(() => {
    if (!isLong) return undefined;
    let frame = 0;
    const read = () => {
      frame = 0;
      if (list.current) setSeen(readSeen(list.current));
    };
    const readSoon = () => {
      frame ||= requestAnimationFrame(read);
    };
    readSoon();
    window.addEventListener('scroll', readSoon, { passive: true });
    window.addEventListener('resize', readSoon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', readSoon);
      window.removeEventListener('resize', readSoon);
      setSeen(undefined);
    };
  }, [list, isLong, rows.length]);
  return (at) => {
    if (!isLong || !isRush || !seen) return false;
    const inColumn = at % seen.perColumn;
    return inColumn < seen.from || inColumn >= seen.to;
  };
}
