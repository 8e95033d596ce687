import type { StageAnswer } from '@emulation/shared';

/** What every part of the presenter's page is given. */
export interface StageParts {
  board: string;
  drive: string;
  stage: StageAnswer;
  isBusy: boolean;
  act: (work: () => Promise<StageAnswer>) => void;
  nameOf: (unit: string) => string;
}
