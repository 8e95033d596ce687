import { useMemo } from 'react';
import { useQueryState } from '../ui/query-state.ts';

export const periods = ['all', 'month', 'week', 'dates'] as const;
export type WatchPeriod = (typeof periods)[number];

export interface WatchQuery {
  metric: string;
  period: WatchPeriod;
  /** Dates of the board's zone; either may be empty. Meant with the period `dates`. */
  from: string;
  to: string;
  sector: string;
  /** What unit names are searched for. */
  search: string;
}

export type ChangeQuery = (changes: Partial<WatchQuery>) => void;

const parameters: Record<keyof WatchQuery, string> = {
  metric: 'metric',
  period: 'period',
  from: 'from',
  to: 'to',
  sector: 'sector',
  search: 'q',
};

function isPeriod(text: string): text is WatchPeriod {
  return (periods as readonly string[]).includes(text);
}

export function readQuery(search: URLSearchParams): WatchQuery {
  const text = (field: keyof WatchQuery) => search.get(parameters[field]) ?? '';
  const period = text('period');
  return {
    metric: text('metric'),
    period: isPeriod(period) ? period : 'all',
    from: text('from'),
    to: text('to'),
    sector: text('sector'),
    search: text('search'),
  };
}

export function useWatchQuery(): [WatchQuery, ChangeQuery] {
  const [search, change] = useQueryState();
  return useMemo(() => {
    const set: ChangeQuery = (changes) => {
      const entries = Object.entries(changes) as [keyof WatchQuery, string][];
      change(
        Object.fromEntries(
          entries.map(([field, value]) => [parameters[field], value === 'all' ? '' : value]),
        ),
      );
    };
    return [readQuery(search), set];
  }, [search, change]);
}
