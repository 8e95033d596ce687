import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DriveAnswer } from '../api/drives.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { useQueryState } from '../ui/query-state.ts';
import { readStep, stepOf, steps, withoutFaultsAt, type FieldFault, type Step } from './steps.ts';
import { useDriveForm } from './use-drive-form.ts';
import type { Wizard } from './wizard.ts';
import type { WizardForm } from './wizard-form.ts';

interface Start {
  board: string;
  vocabulary: Vocabulary;
  timeZone: string;
  drive: DriveAnswer | undefined;
  form: WizardForm;
}

/** Steps whose errors are shown: those that were left once; all of a drive that is changed. */
function useLeftSteps(isNew: boolean) {
  const [left, setLeft] = useState<readonly Step[]>(isNew ? [] : steps);
  const leave = (step: Step) => setLeft((old) => (old.includes(step) ? old : [...old, step]));
  const isShown = (step: Step, { path }: FieldFault) =>
    step === 'check' || left.includes(stepOf(path));
  return { leave, isShown };
}

const focusFirstFault = () =>
  setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());

/** The step of the address; a drive that the board has is past its beginning. */
function useStep(isSaved: boolean): Step {
  const [query] = useQueryState();
  const asked = readStep(query.get('step'));
  const first = isSaved ? 'plan' : 'start';
  return asked === undefined || asked === 'start' ? first : asked;
}

/** The state of the wizard: the form, the step of the address, and what the board has of it. */
export function useWizardState(start: Start): Wizard & { step: Step } {
  const { board, vocabulary, timeZone } = start;
  const { form, setForm, saved, isUnsaved, saving, send, conflict } = useDriveForm(start);
  const [path, navigate] = useLocation();
  const step = useStep(saved !== undefined);
  const { leave, isShown } = useLeftSteps(start.drive === undefined);

  const show = (to: Step, drive?: DriveAnswer) => {
    // A new drive has an address of its own once the board has it.
    const isFirst = saved === undefined && drive !== undefined;
    const at = isFirst ? `/b/${board}/drives/${drive.id}/edit` : path;
    navigate(`${at}?step=${to}`, { replace: isFirst });
  };

  const go = async (to: Step): Promise<void> => {
    leave(step);
    const outcome = await send();
    const isForward = steps.indexOf(to) > steps.indexOf(step);
    const isBlocked =
      outcome.kind === 'refused' && outcome.faults.some((fault) => stepOf(fault.path) === step);
    if (outcome.kind === 'overtaken') return;
    if (isForward && isBlocked) focusFirstFault();
    else show(to, outcome.kind === 'saved' ? outcome.drive : undefined);
  };

  return {
    ...{ board, vocabulary, timeZone, form, saved, isUnsaved, step },
    isBusy: saving.isBusy,
    refused: saving.refused,
    conflict,
    faults: saving.faults.filter((fault) => isShown(step, fault)),
    edit: (field, changes) => {
      setForm((old) => ({ ...old, ...changes }));
      saving.setFaults((old) => withoutFaultsAt(old, field));
    },
    begin: (filled) => {
      setForm(filled);
      show('plan');
    },
    go: (to) => void go(to),
    save: async () => {
      const outcome = await send();
      return outcome.kind === 'saved' ? outcome.drive : undefined;
    },
  };
}
