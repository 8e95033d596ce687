import { createContext, useContext } from 'react';
import type { DriveAnswer } from '../api/drives.ts';
import type { Vocabulary } from '../store/board-store.ts';
import type { Conflict } from './use-drive-form.ts';
import type { FieldFault, Step } from './steps.ts';
import type { WizardForm } from './wizard-form.ts';

/** What every step of the wizard reads and does. */
export interface Wizard {
  board: string;
  vocabulary: Vocabulary;
  timeZone: string;
  form: WizardForm;
  /** The drive as the board has it; none before it was saved the first time. */
  saved: DriveAnswer | undefined;
  /** Something is written here that the board does not have. */
  isUnsaved: boolean;
  isBusy: boolean;
  /** What the server found wrong, in steps that were left. */
  faults: readonly FieldFault[];
  /** Why it was not saved, where no field is to blame. */
  refused: string | undefined;
  /** Somebody else has changed the drive since it was read here. */
  conflict: Conflict | undefined;
  /** `path` names the field, whose error is then out of date. */
  edit: (path: string, changes: Partial<WizardForm>) => void;
  /** Everything at once, from a template or another drive; then the first step of writing. */
  begin: (form: WizardForm) => void;
  /** Saves and shows another step; stays where the present one is refused. */
  go: (step: Step) => void;
  /** Saves; the drive as it then is, or nothing where that did not go through. */
  save: () => Promise<DriveAnswer | undefined>;
}

export const WizardContext = createContext<Wizard | undefined>(undefined);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('a step of the wizard stands outside of it');
  return wizard;
}
