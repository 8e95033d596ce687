import type { DriveHeadRow } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';

/** What every part of a drive's page is given. */
export interface DriveParts {
  board: string;
  vocabulary: Vocabulary;
  isSteward: boolean;
  drive: DriveHeadRow;
}
