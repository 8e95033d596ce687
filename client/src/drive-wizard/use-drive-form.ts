import type { DriveBody } from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import type { DriveAnswer } from '../api/drives.ts';
import { bodyOf, formOf } from './form-body.ts';
import { forgetForm, keepForm } from './kept-form.ts';
import { useSaving, type Saving } from './use-saving.ts';
import type { WizardForm } from './wizard-form.ts';

interface Start {
  board: string;
  timeZone: string;
  drive: DriveAnswer | undefined;
  form: WizardForm;
}

/** The form of what was saved; how much better targets are to be is not part of the drive. */
function settledForm(drive: DriveAnswer, form: WizardForm, timeZone: string): WizardForm {
  const settled = formOf(drive, timeZone);
  const tasks = settled.tasks.map((task) => {
    const typed = form.tasks.find(({ id }) => id === task.id);
    return typed ? { ...task, improvePercent: typed.improvePercent } : task;
  });
  return { ...settled, tasks };
}

function isSameBody(form: WizardForm, drive: DriveAnswer | undefined, timeZone: string): boolean {
  if (!drive) return false;
  const body = (of: WizardForm) => JSON.stringify(bodyOf(of, timeZone));
  return body(form) === body(formOf(drive, timeZone));
}

/** Another text of the drive stands since this one was begun, and what may be done about it. */
export interface Conflict {
  mine: DriveBody;
  theirs: DriveAnswer;
  take: () => void;
  overwrite: () => void;
  leave: () => void;
}

/** What is written, what the board has of it, and how the one becomes the other. */
export function useDriveForm({ board, timeZone, drive, form: first }: Start) {
  const [form, setForm] = useState(first);
  const [saved, setSaved] = useState(drive);
  const [theirs, setTheirs] = useState<DriveAnswer>();
  const id = saved?.id;
  const saving = useSaving({ board, id, timeZone });
  const isUnsaved = useMemo(() => !isSameBody(form, saved, timeZone), [form, saved, timeZone]);

  useEffect(() => {
    if (!isUnsaved) forgetForm(board, id ?? 'new');
    else if (form !== first) keepForm(board, id ?? 'new', form);
  }, [board, id, form, isUnsaved, first]);

  const send = async (replaces = saved?.version): Promise<Saving> => {
    if (saved && !isUnsaved) return { kind: 'saved', drive: saved };
    const outcome = await saving.send(form, replaces);
    setTheirs(outcome.kind === 'overtaken' ? outcome.theirs : undefined);
    if (outcome.kind !== 'saved') return outcome;
    setSaved(outcome.drive);
    setForm(settledForm(outcome.drive, form, timeZone));
    return outcome;
  };

  const conflict: Conflict | undefined = theirs && {
    theirs,
    mine: bodyOf(form, timeZone),
    take: () => {
      setTheirs(undefined);
      setSaved(theirs);
      setForm(formOf(theirs, timeZone));
    },
    overwrite: () => void send(theirs.version),
    leave: () => setTheirs(undefined),
  };
  return { form, setForm, saved, isUnsaved, saving, send, conflict };
}
