import type { RecordRow } from '@emulation/shared';
import { useCallback } from 'react';
import { standingRecords } from '../api/looking-back.ts';
import { useAnswer } from '../drives/use-answer.ts';
import { useTopic } from '../store/board-store.ts';
import type { RecordsQuery } from './records-query.ts';

const none: readonly RecordRow[] = [];

/** The records of board and sectors are live; those of units, who may be many, are asked for. */
export function useRecords(board: string, { scope, metric, sector }: RecordsQuery) {
  const live = useTopic<RecordRow>(board, 'records');
  const isUnits = scope === 'unit';
  const ask = useCallback(
    async (signal: AbortSignal) =>
      isUnits
        ? (await standingRecords(board, { scope: 'unit', metric, sector }, signal)).records
        : none,
    [board, isUnits, metric, sector],
  );
  const asked = useAnswer(ask, isUnits ? live.seq : 0);
  if (!isUnits)
    return { rows: live.rows.values(), isLoading: live.status === 'loading', failed: false };
  return {
    rows: ('value' in asked ? asked.value : undefined) ?? none,
    isLoading: asked.kind === 'loading',
    failed: asked.kind === 'failed',
  };
}
