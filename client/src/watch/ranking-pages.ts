import type { RankingRow } from '@emulation/shared';
import { useEffect, useRef, useState } from 'react';
import { rankingPage, type RankingPageQuery } from '../api/looking-back.ts';

/** Rows of one question to the server. */
export const pageSize = 100;
/** Pages kept; those farthest from what is seen go first. */
const mostPages = 12;

interface Page {
  rows: readonly RankingRow[];
  version: number;
}

export type Pages = ReadonlyMap<number, Page>;

/** The pages that show the rows from `first` to `last`. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / pageSize);
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at);
}

export function keepPage(pages: Pages, number: number, page: Page): Pages {
  const kept = [...new Map(pages).set(number, page)];
  if (kept.length <= mostPages) return new Map(kept);
  const distance = ([other]: [number, Page]) => Math.abs(other - number);
  return new Map(kept.sort((a, b) => distance(a) - distance(b)).slice(0, mostPages));
}

export function rowAt(pages: Pages, index: number): RankingRow | undefined {
  return pages.get(Math.floor(index / pageSize))?.rows[index % pageSize];
}

export interface LongRanking {
  total: number;
  rowAt: (index: number) => RankingRow | undefined;
  failed: boolean;
}

interface Held {
  key: string;
  total: number;
  pages: Pages;
  failed: boolean;
}

/**
 * The rows of a long ranking that are looked at, read page by page; they are read again when
 * `version` grows, and what was read stands until then. Give the component a key for its question.
 */
export function useRankingPages(
  board: string,
  question: RankingPageQuery,
  version: number,
  range: { first: number; last: number; total: number },
): LongRanking {
  const key = JSON.stringify([board, question]);
  const [held, setHeld] = useState<Held>({
    key,
    total: range.total,
    pages: new Map(),
    failed: false,
  });
  const pages = useRef(held.pages);
  pages.current = held.pages;
  const wanted = pagesOf(range.first, range.last).join(' ');
  useEffect(() => {
    const abort = new AbortController();
    const [asking, query] = JSON.parse(key) as [string, RankingPageQuery];
    for (const number of wanted.split(' ').map(Number)) {
      if (pages.current.get(number)?.version === version) continue;
      const asked = { ...query, offset: number * pageSize, limit: pageSize };
      rankingPage(asking, asked, abort.signal).then(
        ({ rows, total }) =>
          setHeld((old) => ({
            key,
            total,
            pages: keepPage(old.pages, number, { rows, version }),
            failed: false,
          })),
        () => abort.signal.aborted || setHeld((old) => ({ ...old, failed: true })),
      );
    }
    return () => abort.abort();
  }, [key, wanted, version]);
  return { total: held.total, rowAt: (index) => rowAt(held.pages, index), failed: held.failed };
}
