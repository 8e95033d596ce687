import { useMemo } from 'react';
import { useQueryState } from '../ui/query-state.ts';

export const mostCompared = 4;

export interface CompareQuery {
  units: readonly string[];
  metric: string;
  period: 'week' | 'month';
}

export type ChangeCompare = (changes: {
  units?: readonly string[];
  metric?: string;
  period?: 'week' | 'month';
}) => void;

/** Each unit once, four at most, and only those that the board has. */
export function readCompare(
  search: URLSearchParams,
  known: ReadonlyMap<string, unknown>,
): CompareQuery {
  const named = (search.get('units') ?? '').split(',').filter((unit) => known.has(unit));
  return {
    units: [...new Set(named)].slice(0, mostCompared),
    metric: search.get('metric') ?? '',
    period: search.get('period') === 'week' ? 'week' : 'month',
  };
}

export function useCompareQuery(
  known: ReadonlyMap<string, unknown>,
): [CompareQuery, ChangeCompare] {
  const [search, change] = useQueryState();
  return useMemo(() => {
    const set: ChangeCompare = ({ units, metric, period }) =>
      change(
        {
          ...(units ? { units: units.join(',') } : {}),
          ...(metric === undefined ? {} : { metric }),
          ...(period ? { period: period === 'month' ? '' : period } : {}),
        },
        'push',
      );
    return [readCompare(search, known), set];
  }, [search, change, known]);
}
