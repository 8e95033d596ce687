import type { ProgressionMark } from '@emulation/shared';
import { useCallback, useEffect, useState } from 'react';
import { progression } from '../api/client.ts';
import { rankingHistory, type RankingHistory } from '../api/looking-back.ts';
import { useAnswer, type Answer } from '../drives/use-answer.ts';
import { useTopic } from '../store/board-store.ts';
import type { ReplayQuery } from './replay-query.ts';

export interface Past extends RankingHistory {
  /** The board's line of records. */
  marks: readonly ProgressionMark[];
}

const settleMs = 4_000;

/** A number that follows another at most every few seconds. */
function useCalm(value: number): number {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}

type Asked = Pick<ReplayQuery, 'metric' | 'by' | 'truth' | 'from' | 'to'>;

/** The past of a metric, read again a little after the ranking moved. */
export function usePast(
  board: string,
  query: Asked,
  size: { steps: number; top: number },
): Answer<Past> {
  const { metric, by, truth, from, to } = query;
  const { steps, top } = size;
  const { seq } = useTopic(board, metric === '' ? '' : `ranking:${metric}`);
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Past> => {
      const asked = { metric, by, truth, from, to, steps, top };
      const [history, marks] = await Promise.all([
        rankingHistory(board, asked, signal),
        progression(board, { metric, scope: 'board' }, signal),
      ]);
      return { ...history, marks };
    },
    [board, metric, by, truth, from, to, steps, top],
  );
  return useAnswer(ask, useCalm(seq));
}
