import { useMemo } from 'react';
import { useQueryState, type HistoryStep } from '../ui/query-state.ts';

export const periods = ['all', 'month', 'week', 'dates'] as const;
export type WatchPeriod = (typeof periods)[number];

export interface WatchQuery {
  metric: string;
  period: WatchPeriod;
  /** Dates of the board's zone; either may be empty. Meant with the period `dates`. */
  from: string;
  to: string;
  /** Who is ranked. */
  by: 'unit' | 'sector';
  sector: string;
  /** The unit that was looked for: its row is shown and lit. */
  unit: string;
  /** What the feed tells: a group of kinds, or one kind. */
  kind: string;
  /** The metric and the unit that the feed tells of; of all where they are empty. */
  feedMetric: string;
  feedUnit: string;
}

export type ChangeQuery = (changes: Partial<WatchQuery>, step?: HistoryStep) => void;

const parameters: Record<keyof WatchQuery, string> = {
  metric: 'metric',
  period: 'period',
  from: 'from',
  to: 'to',
  by: 'by',
  sector: 'sector',
  unit: 'unit',
  kind: 'kind',
  feedMetric: 'feed-metric',
  feedUnit: 'feed-unit',
};

/** What an address does not need to say. */
const usual: Partial<Record<keyof WatchQuery, string>> = { period: 'all', by: 'unit', kind: 'all' };

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
    by: text('by') === 'sector' ? 'sector' : 'unit',
    sector: text('sector'),
    unit: text('unit'),
    kind: text('kind') || 'all',
    feedMetric: text('feedMetric'),
    feedUnit: text('feedUnit'),
  };
}

export function useWatchQuery(): [WatchQuery, ChangeQuery] {
  const [search, change] = useQueryState();
  return useMemo(() => {
    const set: ChangeQuery = (changes, step = 'push') => {
      const entries = Object.entries(changes) as [keyof WatchQuery, string][];
      change(
        Object.fromEntries(
          entries.map(([field, value]) => [parameters[field], value === usual[field] ? '' : value]),
        ),
        step,
      );
    };
    return [readQuery(search), set];
  }, [search, change]);
}
