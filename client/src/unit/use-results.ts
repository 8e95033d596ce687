import type { ResultRow, UnitRow } from '@emulation/shared';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { listResults } from '../api/client.ts';

interface Results {
  results: readonly ResultRow[];
  more: boolean;
  failed: boolean;
  loadMore: () => void;
}

/** Dates of the board, and a unit that took part as well; empty where all are wanted. */
export interface ResultFilter {
  from: string;
  to: string;
  partner: string;
}

/** A live row is wanted at once when its date says so; the server judges all others in the zone. */
export function isWanted(row: ResultRow, { from, to, partner }: ResultFilter): boolean {
  const date = row.achievedAt.slice(0, 10);
  if ((from !== '' && date < from) || (to !== '' && date > to)) return false;
  if (partner === '') return true;
  return row.unit === partner || row.partners.some(({ unit }) => unit === partner);
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
  filter: ResultFilter,
): ResultRow[] {
  const byId = new Map(fetched.map((row) => [row.id, row]));
  for (const row of live)
    if (row.kind === 'result' && row.metric === metric && isWanted(row, filter))
      byId.set(row.id, row);
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
  filter: ResultFilter,
): Results {
  const { from, to, partner } = filter;
  const [pages, setPages] = useState<Pages>({ rows: [], next: undefined });
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      listResults(
        board,
        { unit, metric, from, to, partner, limit: 25, ...(cursor ? { cursor } : {}) },
        signal,
      ).then(
        ({ results, next }) => {
          setFailed(false);
          setPages((known) => ({ rows: [...known.rows, ...results], next: next ?? null }));
        },
        () => signal?.aborted || setFailed(true),
      ),
    [board, unit, metric, from, to, partner],
  );
  useEffect(() => {
    const abort = new AbortController();
    setPages({ rows: [], next: undefined });
    void load(undefined, abort.signal);
    return () => abort.abort();
  }, [load]);
  const results = useMemo(
    () => merge(pages.rows, live.values(), metric, { from, to, partner }),
    [pages, live, metric, from, to, partner],
  );
  const more = pages.next !== null && (pages.next !== undefined || failed);
  return { results, more, failed, loadMore: () => void load(pages.next ?? undefined) };
}
