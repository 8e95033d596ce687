import type { Happening } from '@emulation/shared';
import { useState } from 'react';
import { feed } from '../api/client.ts';

interface Earlier {
  earlier: readonly Happening[];
  /** False once the beginning of the board is reached. */
  more: boolean;
  loadEarlier: () => void;
}

/** Happenings before those the live feed holds, a page at each asking. */
export function useEarlier(board: string, held: readonly Happening[]): Earlier {
  const [earlier, setEarlier] = useState<readonly Happening[]>([]);
  const [more, setMore] = useState(true);
  const oldest = earlier.at(-1) ?? held.at(-1);
  const loadEarlier = () => {
    if (!oldest || !more) return;
    const before = `${oldest.seq}.${oldest.n}`;
    feed(board, { before, limit: 100 }).then(
      (page) => {
        setEarlier((known) => [...known, ...page.happenings]);
        setMore(page.next !== undefined);
      },
      // Asking again is one press away; what is shown stays true.
      () => undefined,
    );
  };
  return { earlier, more, loadEarlier };
}
