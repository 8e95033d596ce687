import type { RankingRow } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { rankingPage, type RankingPage, type RankingPageQuery } from '../api/looking-back.ts';
import { useNow } from '../ui/now.ts';
import { useTopic } from '../store/board-store.ts';
import { questionOf, topicOf } from './ranking-question.ts';
import type { WatchQuery } from './watch-query.ts';

export interface Ranking {
  /** The first of them, in order of place. */
  rows: readonly RankingRow[];
  /** All there are. */
  total: number;
  status: 'loading' | 'ready' | 'missing' | 'failed';
  /** Grows when the metric's ranking moved. */
  seq: number;
}

/** Rows that a topic holds, and as many as are asked for where there is none. */
const firstRows = 200;

const keyOf = (row: RankingRow) => row.unit ?? row.sector ?? '';

function inOrder(rows: Iterable<RankingRow>): RankingRow[] {
  return [...rows].sort((a, b) => a.place - b.place || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const settleMs = 400;

interface Asked {
  key: string;
  page: RankingPage | 'failed';
}

/** A page of a ranking, asked for again when `version` grows. A question without a metric is none. */
export function useRankingPage(
  board: string,
  question: RankingPageQuery,
  version: number,
): RankingPage | 'failed' | undefined {
  const [asked, setAsked] = useState<Asked>();
  const key = JSON.stringify([board, question]);
  useEffect(() => {
    const [asking, query] = JSON.parse(key) as [string, RankingPageQuery];
    if (query.metric === '') return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      rankingPage(asking, query, abort.signal).then(
        (page) => setAsked({ key, page }),
        () => abort.signal.aborted || setAsked({ key, page: 'failed' }),
      );
    }, settleMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, version]);
  return asked?.key === key ? asked.page : undefined;
}

const noQuestion = { metric: '' };

/** The first rows: live where a topic holds them, otherwise asked for whenever the metric moves. */
export function useRanking(board: string, query: WatchQuery, timeZone: string): Ranking {
  const topic = topicOf(query);
  const live = useTopic<RankingRow>(board, topic || (query.metric && `ranking:${query.metric}`));
  const isFull = topic !== '' && live.rows.size >= firstRows;
  const whole = questionOf({ ...query, sector: '' }, timeZone, useNow(60_000));
  const asked = useRankingPage(
    board,
    topic === '' ? { ...whole, limit: firstRows } : isFull ? { ...whole, limit: 1 } : noQuestion,
    live.seq,
  );
  return useMemo(() => {
    const { seq, status } = live;
    if (topic !== '') {
      const total = asked && asked !== 'failed' ? asked.total : live.rows.size;
      return { rows: inOrder(live.rows.values()), total, status, seq };
    }
    if (asked === 'failed') return { rows: [], total: 0, status: 'failed', seq };
    if (!asked) return { rows: [], total: 0, status: 'loading', seq };
    return { rows: asked.rows, total: asked.total, status: 'ready', seq };
  }, [topic, live, asked]);
}
