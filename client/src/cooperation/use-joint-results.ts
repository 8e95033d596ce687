import type { ResultRow } from '@emulation/shared';
import { useCallback, useEffect, useState } from 'react';
import { listResults, type ResultsQuery } from '../api/client.ts';

interface Found {
  rows: readonly ResultRow[];
  next?: string | undefined;
}

const pageSize = 20;

async function readPage(
  board: string,
  query: ResultsQuery,
  before: Found,
  signal?: AbortSignal,
): Promise<Found> {
  const { next: cursor } = before;
  const asked = { ...query, valid: true, limit: pageSize, ...(cursor ? { cursor } : {}) };
  const { results, next } = await listResults(board, asked, signal);
  return { rows: [...before.rows, ...results], next };
}

/**
 * Joint results that stand, the newest first, page by page. `question` is a query as JSON: the same
 * text is the same question. They are read again when `version` is another.
 */
export function useJointResults(board: string, question: string, version: number) {
  const [found, setFound] = useState<Found | 'failed'>();
  useEffect(() => {
    const abort = new AbortController();
    // It was written as JSON by the component that asks.
    const query = JSON.parse(question) as ResultsQuery;
    readPage(board, query, { rows: [] }, abort.signal).then(
      setFound,
      () => abort.signal.aborted || setFound('failed'),
    );
    return () => abort.abort();
  }, [board, question, version]);
  const readMore = useCallback(() => {
    if (typeof found !== 'object') return;
    // As above.
    readPage(board, JSON.parse(question) as ResultsQuery, found).then(setFound, () =>
      setFound('failed'),
    );
  }, [board, question, found]);
  return { found, readMore };
}
