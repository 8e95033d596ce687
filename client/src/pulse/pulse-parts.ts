import type { Vocabulary } from '../store/board-store.ts';
import type { SortedPulse } from './pulse-rows.ts';

/** What every part of the pulse's page is given. */
export interface PulseParts {
  board: string;
  vocabulary: Vocabulary;
  isSteward: boolean;
  pulse: SortedPulse;
}

export const unitLink = (board: string, unit: string, metric?: string) =>
  metric === undefined ? `/b/${board}/u/${unit}` : `/b/${board}/u/${unit}?metric=${metric}`;

export const resultLink = (board: string, result: string) => `/b/${board}/r/${result}`;
