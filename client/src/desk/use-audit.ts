import type { AuditRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { readAudit, type AuditOrder, type AuditQuery } from '../api/audit.ts';
import { rowsPerPage } from '../list/list-pages.ts';

export type AuditFields = Record<'who' | 'kind' | 'text' | 'from' | 'to', string>;

interface Found {
  rows: readonly AuditRow[];
  next?: number | undefined;
  status: 'loading' | 'ready' | 'failed';
}

interface Asked {
  filter: AuditQuery;
  /** Where each page begins that was seen so far; the last one is shown. */
  starts: readonly (number | undefined)[];
}

const typingMs = 250;

/** Days are those of the board: the server knows its zone. */
function filterOf(fields: AuditFields, order: AuditOrder): AuditQuery {
  const named = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries(named), ...(order === 'oldest' ? { order } : {}) };
}

const startingAt = ({ order }: AuditQuery, start: number | undefined): AuditQuery => {
  if (start === undefined) return {};
  return order === 'oldest' ? { after: start } : { before: start };
};

/** A whole page: one answer looks through a part of the ledger only. */
async function readPage(
  board: string,
  { filter, starts }: Asked,
  signal: AbortSignal,
): Promise<Found> {
  const rows: AuditRow[] = [];
  let next = starts.at(-1);
  do {
    const limit = rowsPerPage - rows.length;
    const query = { ...filter, ...startingAt(filter, next), limit };
    const answer = await readAudit(board, query, signal);
    rows.push(...answer.rows);
    next = answer.next;
  } while (next !== undefined && rows.length < rowsPerPage);
  return { rows, next, status: 'ready' };
}

/** One page of all acts that are asked for, in either order. */
export function useAudit(board: string, fields: AuditFields, order: AuditOrder) {
  const filter = useMemo(() => filterOf(fields, order), [fields, order]);
  const [kept, setAsked] = useState<Asked>({ filter, starts: [undefined] });
  // Other acts begin at their first page.
  const asked = useMemo(
    () => (kept.filter === filter ? kept : { filter, starts: [undefined] }),
    [kept, filter],
  );
  const [found, setFound] = useState<Found>({ rows: [], status: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    setFound(({ rows }) => ({ rows, status: 'loading' }));
    const ask = () =>
      readPage(board, asked, abort.signal).then(
        (page) => abort.signal.aborted || setFound(page),
        () => abort.signal.aborted || setFound({ rows: [], status: 'failed' }),
      );
    const timer = setTimeout(() => void ask(), asked.starts.length > 1 ? 0 : typingMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [board, asked]);
  const { starts } = asked;
  const text = new URLSearchParams(
    Object.entries(filter).map(([key, value]) => [key, String(value)]),
  ).toString();
  return {
    ...found,
    page: starts.length,
    back: () => setAsked({ filter, starts: starts.slice(0, -1) }),
    on: () => setAsked({ filter, starts: [...starts, found.next] }),
    query: text && `?${text}`,
  };
}
