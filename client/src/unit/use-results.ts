import type { ResultRow, UnitRow } from '@emulation/shared';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { listResults } from '../api/client.ts';

interface Results {
  results: readonly ResultRow[];
  more: boolean;
  failed: boolean;
  loadMore: () => void;
}

interface Pages {
  rows: readonly ResultRow[];
  next: string | null | undefined;
}

/** Live rows win over fetched ones: they are newer. Newest achievement first. */
function merge(
  fetched: readonly ResultRow[],
  live: Iterable<UnitRow>,
  metric: string,
): ResultRow[] {
  const byId = new Map(fetched.map((row) => [row.id, row]));
  for (const row of live) if (row.kind === 'result' && row.metric === metric) byId.set(row.id, row);
  return [...byId.values()].sort((a, b) =>
    a.achievedAt === b.achievedAt ? b.seq - a.seq : a.achievedAt < b.achievedAt ? 1 : -1,
  );
}

/** The unit's results in one metric: pages over HTTP, the newest kept current by the live topic. */
export function useResults(
  board: string,
  unit: string,
  metric: string,
  live: ReadonlyMap<string, UnitRow>,
): Results {
  const [pages, setPages] = useState<Pages>({ rows: [], next: undefined });
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      listResults(board, { unit, metric, limit: 25, ...(cursor ? { cursor } : {}) }, signal).then(
        ({ results, next }) => {
          setFailed(false);
          setPages((known) => ({ rows: [...known.rows, ...results], next: next ?? null }));
        },
        () => signal?.aborted || setFailed(true),
      ),
    [board, unit, metric],
  );
  useEffect(() => {
    const abort = new AbortController();
    setPages({ rows: [], next: undefined });
    void load(undefined, abort.signal);
    return () => abort.abort();
  }, [load]);
  const results = useMemo(() => merge(pages.rows, live.values(), metric), [pages, live, metric]);
  const more = pages.next !== null && (pages.next !== undefined || failed);
  return { results, more, failed, loadMore: () => void load(pages.next ?? undefined) };
}
