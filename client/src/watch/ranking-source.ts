import type { RankingRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { rankings } from '../api/client.ts';
import { useTopic } from '../store/board-store.ts';
import type { WatchQuery } from './watch-query.ts';

export interface Ranking {
  /** In order of place. */
  rows: readonly RankingRow[];
  status: 'loading' | 'ready' | 'missing' | 'failed';
}

function inOrder(rows: Iterable<RankingRow>): RankingRow[] {
  const key = (row: RankingRow) => row.unit ?? row.sector ?? '';
  return [...rows].sort((a, b) => a.place - b.place || (key(a) < key(b) ? -1 : 1));
}

const settleMs = 400;

interface Asked {
  question: string;
  rows: RankingRow[] | 'failed';
}

/** Any span of dates is asked for over HTTP, and again when the all-time ranking moved. */
function useDatedRanking(board: string, query: WatchQuery, seq: number): Asked | undefined {
  const { metric, period, from, to } = query;
  const [asked, setAsked] = useState<Asked>();
  const question = [board, metric, from, to].join(' ');
  useEffect(() => {
    if (period !== 'dates' || metric === '') return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      rankings(board, { metric, from, to, limit: 200 }, abort.signal).then(
        ({ rows }) => setAsked({ question, rows }),
        () => abort.signal.aborted || setAsked({ question, rows: 'failed' }),
      );
    }, settleMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [board, metric, period, from, to, question, seq]);
  return asked?.question === question ? asked : undefined;
}

function topicOf({ metric, period }: WatchQuery): string {
  if (metric === '') return '';
  return period === 'month' || period === 'week'
    ? `ranking:${metric}:${period}`
    : `ranking:${metric}`;
}

export function useRanking(board: string, query: WatchQuery): Ranking {
  const live = useTopic<RankingRow>(board, topicOf(query));
  const dated = useDatedRanking(board, query, live.seq);
  const { period } = query;
  return useMemo(() => {
    if (period !== 'dates') return { rows: inOrder(live.rows.values()), status: live.status };
    if (!dated) return { rows: [], status: 'loading' };
    if (dated.rows === 'failed') return { rows: [], status: 'failed' };
    return { rows: inOrder(dated.rows), status: 'ready' };
  }, [period, live, dated]);
}
