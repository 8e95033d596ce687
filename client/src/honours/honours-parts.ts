import type { Vocabulary } from '../store/board-store.ts';

/** What every part of the page is given. */
export interface HonoursParts {
  board: string;
  vocabulary: Vocabulary;
  isSteward: boolean;
}
