import type { CheersRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTopic } from '../store/board-store.ts';
import styles from './cheers.module.css';

/** However many cheer in a second: more would hide the row. */
const maxMarks = 4;
const riseMs = 2_400;

interface Rise {
  /** Count at which it began; its key. */
  at: number;
  marks: number;
}

/** Marks for the cheers that came since the last count, gone when they have risen. */
function useRise(count: number | undefined): Rise | undefined {
  const [seen, setSeen] = useState(count);
  const [rise, setRise] = useState<Rise>();
  if (count !== undefined && count !== seen) {
    setSeen(count);
    // The first count is what was cheered before anybody looked.
    if (seen !== undefined && count > seen)
      setRise({ at: count, marks: Math.min(maxMarks, count - seen) });
  }
  const at = rise?.at;
  useEffect(() => {
    if (at === undefined) return undefined;
    const timer = setTimeout(() => setRise(undefined), riseMs);
    return () => clearTimeout(timer);
  }, [at]);
  return rise;
}

/** A soft rise of marks beside the row of a unit that is being cheered. */
export function CheerRise({ unit }: { unit: string }) {
  // A wall shows one board: that of its address.
  const board = location.pathname.split('/')[2] ?? '';
  const { rows, status } = useTopic<CheersRow>(board, 'cheers');
  const count = rows.get(`unit:${unit}`)?.count ?? 0;
  const rise = useRise(status === 'ready' ? count : undefined);
  if (!rise) return null;
  return (
    <span aria-hidden="true" className={styles.over}>
      {Array.from({ length: rise.marks }, (_, mark) => (
        <svg
          key={`${rise.at} ${mark}`}
          viewBox="0 0 24 24"
          className={styles.rise}
          style={{ insetInlineEnd: `${1 + mark * 2}rem`, animationDelay: `${mark * 160}ms` }}
        >
          <path d="M12 2l2.6 6.3 6.8.5-5.2 4.4 1.7 6.6L12 16.2l-5.9 3.6 1.7-6.6L2.6 8.8l6.8-.5z" />
        </svg>
      ))}
    </span>
  );
}
