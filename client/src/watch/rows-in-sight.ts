import { startTransition, useEffect, useRef, useState, type RefObject } from 'react';

/** Nothing moved for so long: nobody waits for the rows in sight any more. */
const calmMs = 2_500;
/** So many changes, none of them so long after the other, are a rush. */
const leastChanges = 3;

type Pace = 'calm' | 'moving' | 'rush';

/** How `value` has changed up to now. */
function usePace(value: unknown): Pace {
  const [calm, setCalm] = useState(value);
  const changes = useRef(0);
  useEffect(() => {
    changes.current += 1;
    const timer = setTimeout(() => {
      changes.current = 0;
      // All that was left out is drawn, in slices.
      startTransition(() => setCalm(value));
    }, calmMs);
    return () => clearTimeout(timer);
  }, [value]);
  if (calm === value) return 'calm';
  return changes.current < leastChanges ? 'moving' : 'rush';
}

/** Places in the list, from 0, of the rows that are seen or nearly; of each column, where it has two. */
interface Seen {
  from: number;
  to: number;
  perColumn: number;
}

/** What is within this share of a window above or below it counts as seen. */
const margin = 0.4;

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
 * `usual`: as if nothing moved; `late`: it is drawn when it comes near the window. In a rush those
 * are `near` or `away`, and the content of the latter is not even laid out.
 */
export type Sight = 'usual' | 'late' | 'near' | 'away';

const always = (): Sight => 'usual';

/**
 * Which rows of a long list need not be drawn anew now, by their place in it from 0: while the
 * ranking moves, those that nobody sees. They stand in the right order all the same, and are drawn as
 * soon as they come near the window or the ranking is calm. `rows`: the same object until it changes.
 */
export function useSight(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  isLong: boolean,
): (at: number) => Sight {
  const [seen, setSeen] = useState<Seen>();
  const pace = usePace(rows);
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
  if (!isLong || pace === 'calm' || !seen) return always;
  return (at) => {
    const inColumn = at % seen.perColumn;
    const isNear = inColumn >= seen.from && inColumn < seen.to;
    if (pace === 'rush') return isNear ? 'near' : 'away';
    return isNear ? 'usual' : 'late';
  };
}
