import type { RankingRow } from '@emulation/shared';
import { useMemo } from 'react';
import type { RankingPageQuery } from '../api/looking-back.ts';
import { useRankingPage } from './ranking-source.ts';

/** Where one unit stands in a ranking, between its neighbours. */
export interface StandingOf {
  /** Rows before it. */
  index: number;
  total: number;
  row: RankingRow;
  above?: RankingRow;
  below?: RankingRow;
}

/** Read from the three rows around a unit. */
export function readStanding(
  unit: string,
  { rows, offset, total }: { rows: readonly RankingRow[]; offset: number; total: number },
): StandingOf | undefined {
  const at = rows.findIndex((row) => row.unit === unit);
  const row = rows[at];
  if (!row) return undefined;
  const [above, below] = [rows[at - 1], rows[at + 1]];
  return {
    index: offset + at,
    total,
    row,
    ...(above ? { above } : {}),
    ...(below ? { below } : {}),
  };
}

/** `undefined` while it is asked for; `none` where the unit has no row. */
export function useStandingOf(
  board: string,
  question: RankingPageQuery,
  unit: string,
  version: number,
): StandingOf | 'none' | undefined {
  const page = useRankingPage(
    board,
    // Three rows: at the ends the unit is not in the middle of them.
    unit === '' ? { metric: '' } : { ...question, around: unit, limit: 3 },
    version,
  );
  return useMemo(() => {
    if (page === undefined) return undefined;
    return page === 'failed' ? 'none' : (readStanding(unit, page) ?? 'none');
  }, [page, unit]);
}
