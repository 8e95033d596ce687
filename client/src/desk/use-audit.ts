import type { AuditRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { readAudit, type AuditQuery } from '../api/audit.ts';

export type AuditFields = Record<'who' | 'kind' | 'text' | 'from' | 'to', string>;

interface Found {
  rows: readonly AuditRow[];
  next?: number | undefined;
  status: 'loading' | 'ready' | 'failed';
}

const typingMs = 250;

/** Days as the visitor's own clock has them; `to` is the whole of its day. */
function filterOf({ from, to, ...fields }: AuditFields): AuditQuery {
  const named = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  const start = from === '' ? undefined : new Date(`${from}T00:00:00`);
  const end = to === '' ? undefined : new Date(`${to}T00:00:00`);
  end?.setDate(end.getDate() + 1);
  return {
    ...Object.fromEntries(named),
    ...(start ? { from: start.toISOString() } : {}),
    ...(end ? { to: end.toISOString() } : {}),
  };
}

/** Acts that are asked for, the newest first, and earlier ones one page after the other. */
export function useAudit(board: string, fields: AuditFields) {
  const filter = useMemo(() => filterOf(fields), [fields]);
  const [found, setFound] = useState<Found>({ rows: [], status: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    setFound(({ rows }) => ({ rows, status: 'loading' }));
    const ask = () =>
      readAudit(board, filter, abort.signal).then(
        ({ rows, next }) => setFound({ rows, next, status: 'ready' }),
        () => abort.signal.aborted || setFound({ rows: [], status: 'failed' }),
      );
    const timer = setTimeout(() => void ask(), typingMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [board, filter]);
  const more = () => {
    const { next } = found;
    if (next === undefined) return;
    setFound((before) => ({ ...before, status: 'loading' }));
    readAudit(board, { ...filter, before: next }).then(
      (page) =>
        setFound(({ rows }) => ({
          rows: [...rows, ...page.rows],
          next: page.next,
          status: 'ready',
        })),
      () => setFound((before) => ({ ...before, status: 'failed' })),
    );
  };
  const text = new URLSearchParams(
    Object.entries(filter).map(([k, v]) => [k, String(v)]),
  ).toString();
  return { ...found, more, query: text && `?${text}` };
}
