import { useCallback, useEffect, useState } from 'react';

/** Units followed on one device, at most; the one followed longest makes room. */
export const mostFollowed = 4;
/** Told within a tab; other tabs hear of the store itself. */
const changed = 'followed-units';
const keyOf = (board: string) => `followed:${board}`;

/** Whatever stands in the store, a list of ids comes out. */
export function readFollowed(text: string | null): string[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function toggleFollowed(followed: readonly string[], unit: string): string[] {
  return followed.includes(unit)
    ? followed.filter((one) => one !== unit)
    : [...followed, unit].slice(-mostFollowed);
}

/** The units that this device follows on a board; the same in every tab. */
export function useFollowed(board: string): [readonly string[], (unit: string) => void] {
  const [followed, setFollowed] = useState<readonly string[]>(() => load(board));
  useEffect(() => {
    const read = () => setFollowed(load(board));
    window.addEventListener('storage', read);
    window.addEventListener(changed, read);
    return () => {
      window.removeEventListener('storage', read);
      window.removeEventListener(changed, read);
    };
  }, [board]);
  const toggle = useCallback(
    (unit: string) => {
      const next = toggleFollowed(load(board), unit);
      setFollowed(next);
      try {
        localStorage.setItem(keyOf(board), JSON.stringify(next));
      } catch {
        // A device that keeps nothing follows until the page is left.
        return;
      }
      window.dispatchEvent(new Event(changed));
    },
    [board],
  );
  return [followed, toggle];
}

function load(board: string): string[] {
  try {
    return readFollowed(localStorage.getItem(keyOf(board)));
  } catch {
    return [];
  }
}
