import { useMemo } from 'react';
import type { HistoryTruth } from '../api/looking-back.ts';
import { useQueryState, type HistoryStep } from '../ui/query-state.ts';

export const speeds = ['0.5', '1', '2', '4'] as const;
export type Speed = (typeof speeds)[number];

export interface ReplayQuery {
  metric: string;
  by: 'unit' | 'sector';
  truth: HistoryTruth;
  /** Dates of the board's zone; the whole past where they are empty. */
  from: string;
  to: string;
  /** The moment shown: a date or a UTC time; the last one where it is empty. */
  at: string;
  play: boolean;
  speed: Speed;
}

export type ChangeReplay = (
  changes: Partial<Record<keyof ReplayQuery, string>>,
  step?: HistoryStep,
) => void;

const isSpeed = (text: string): text is Speed => (speeds as readonly string[]).includes(text);

export function readReplay(search: URLSearchParams): ReplayQuery {
  const text = (name: string) => search.get(name) ?? '';
  const speed = text('speed');
  return {
    metric: text('metric'),
    by: text('by') === 'sector' ? 'sector' : 'unit',
    truth: text('truth') === 'announced' ? 'announced' : 'recognised',
    from: text('from'),
    to: text('to'),
    at: text('at'),
    play: text('play') === '1',
    speed: isSpeed(speed) ? speed : '1',
  };
}

/** What an address does not need to say. */
const usual: Partial<Record<keyof ReplayQuery, string>> = {
  by: 'unit',
  truth: 'recognised',
  speed: '1',
};

export function useReplayQuery(): [ReplayQuery, ChangeReplay] {
  const [search, change] = useQueryState();
  return useMemo(() => {
    const set: ChangeReplay = (changes, step) => {
      const entries = Object.entries(changes) as [keyof ReplayQuery, string][];
      change(
        Object.fromEntries(
          entries.map(([name, value]) => [name, value === usual[name] ? '' : value]),
        ),
        step,
      );
    };
    return [readReplay(search), set];
  }, [search, change]);
}
