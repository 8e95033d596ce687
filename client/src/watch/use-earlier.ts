import type { Happening } from '@emulation/shared';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { feed } from '../api/client.ts';
import { isFiltered, type FeedFilter } from './feed-filter.ts';

interface Earlier {
  /** Those held and those before them, newest first, each once. */
  known: readonly Happening[];
  /** False once the beginning of the board is reached. */
  more: boolean;
  failed: boolean;
  loadEarlier: () => void;
}

interface Held {
  /** Of which question: another one begins anew. */
  key: string;
  /** What was held live when the first page was asked for, and the pages after it. */
  happenings: readonly Happening[];
  /** Where the next page begins. */
  before: string;
  more: boolean;
  failed: boolean;
}

const pageSize = 100;
const placeOf = ({ seq, n }: Happening) => `${seq}.${n}`;

function unite(live: readonly Happening[], earlier: readonly Happening[]): Happening[] {
  const all = new Map([...live, ...earlier].map((one) => [placeOf(one), one]));
  return [...all.values()].sort((a, b) => b.seq - a.seq || b.n - a.n);
}

/** Happenings before those the live feed holds, of what is asked for, a page at each asking. */
export function useEarlier(board: string, live: readonly Happening[], filter: FeedFilter): Earlier {
  const key = JSON.stringify([board, filter]);
  const begun: Held = { key, happenings: [], before: '', more: true, failed: false };
  const [state, setState] = useState(begun);
  const held = state.key === key ? state : begun;
  const oldest = live.at(-1);
  const before = held.before || (oldest ? placeOf(oldest) : '');
  const loadEarlier = useCallback(() => {
    if (before === '' || !held.more) return;
    const { kinds, metric, unit, sector } = filter;
    const query = { before, limit: pageSize, metric, unit, sector };
    feed(board, { ...query, ...(kinds ? { kind: kinds.join(',') } : {}) }).then(
      ({ happenings, next }) =>
        setState({
          key,
          happenings: unite(held.happenings.length > 0 ? held.happenings : live, happenings),
          before: next ?? before,
          more: next !== undefined,
          failed: false,
        }),
      () => setState({ ...held, key, failed: true }),
    );
    // `key` says everything of the filter.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, before, held, live]);
  // A filter may leave nothing of what is held: the first page of its own is fetched by itself.
  const isAsked = isFiltered(filter) && held.before === '' && held.more && !held.failed;
  useEffect(() => {
    if (isAsked) loadEarlier();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isAsked, key, before === '']);
  const known = useMemo(() => unite(live, held.happenings), [live, held.happenings]);
  return { known, more: held.more, failed: held.failed, loadEarlier };
}
