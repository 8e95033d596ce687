import type { ProgressionMark, RankingRow } from '@emulation/shared';
import { useCallback } from 'react';
import { progression } from '../api/client.ts';
import { headToHead, rankingPage, type HeadToHead } from '../api/looking-back.ts';
import { useAnswer, type Answer } from '../drives/use-answer.ts';
import { useTopic } from '../store/board-store.ts';
import type { CompareQuery } from './compare-query.ts';

export interface Compared {
  /** In the order of the units. */
  lines: (readonly ProgressionMark[])[];
  standings: (RankingRow | undefined)[];
  total: number;
  /** Where there are two at least. */
  meetings: HeadToHead | undefined;
}

/** What is known of the chosen units in one metric, read again when the ranking moves. */
export function useCompared(
  board: string,
  { units, metric, period }: CompareQuery,
): Answer<Compared> {
  const { seq } = useTopic(board, metric === '' ? '' : `ranking:${metric}`);
  const names = units.join(',');
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Compared> => {
      const ids = names.split(',').filter(Boolean);
      const [lines, pages, meetings] = await Promise.all([
        Promise.all(ids.map((unit) => progression(board, { metric, scope: 'unit', unit }, signal))),
        Promise.all(ids.map((around) => rankingPage(board, { metric, around, limit: 1 }, signal))),
        ids.length < 2
          ? undefined
          : headToHead(board, { metric, units: ids.join(','), period }, signal),
      ]);
      return {
        lines,
        standings: pages.map(({ rows }) => rows[0]),
        total: pages[0]?.total ?? 0,
        meetings,
      };
    },
    [board, metric, names, period],
  );
  return useAnswer(ask, seq);
}
