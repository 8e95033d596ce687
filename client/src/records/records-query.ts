import type { Scope } from '@emulation/shared';
import { useMemo } from 'react';
import { useQueryState } from '../ui/query-state.ts';

export const scopeChoices = ['all', 'board', 'sector', 'unit'] as const;
export type ScopeChoice = (typeof scopeChoices)[number];
export const stateChoices = ['all', 'verified', 'provisional'] as const;
export type StateChoice = (typeof stateChoices)[number];

export interface RecordsQuery {
  /** Empty: every metric. */
  metric: string;
  /** `all`: the board's and the sectors'. */
  scope: ScopeChoice;
  sector: string;
  state: StateChoice;
}

export type ChangeRecords = (changes: Partial<RecordsQuery>) => void;

function oneOf<T extends string>(choices: readonly T[], text: string | null, fallback: T): T {
  return choices.find((choice) => choice === text) ?? fallback;
}

export function readRecordsQuery(search: URLSearchParams): RecordsQuery {
  return {
    metric: search.get('metric') ?? '',
    scope: oneOf(scopeChoices, search.get('scope'), 'all'),
    sector: search.get('sector') ?? '',
    state: oneOf(stateChoices, search.get('state'), 'all'),
  };
}

export function useRecordsQuery(): [RecordsQuery, ChangeRecords] {
  const [search, change] = useQueryState();
  return useMemo(() => {
    const set: ChangeRecords = (changes) =>
      change(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [name, value === 'all' ? '' : value]),
        ),
        'push',
      );
    return [readRecordsQuery(search), set];
  }, [search, change]);
}

export const scopeOrder: readonly Scope[] = ['board', 'sector', 'unit'];
