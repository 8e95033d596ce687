import type { Vocabulary } from '../store/board-store.ts';
import type { Admitted } from './use-admitted.ts';
import type { WallRows } from './wall-rows.ts';

/** What every part of the page is given. */
export interface WallsParts {
  board: string;
  vocabulary: Vocabulary;
  rows: WallRows;
  admitted: Admitted;
}
