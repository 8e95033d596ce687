import type { DriveBody } from '@emulation/shared';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { putDrive } from '../api/drive-writing.ts';
import { readDrive, type DriveAnswer } from '../api/drives.ts';
import { faultText, sayProblem } from '../ui/say-problem.ts';
import { bodyOf } from './form-body.ts';
import { driveIdOf } from './drive-id.ts';
import { forgetForm } from './kept-form.ts';
import type { FieldFault } from './steps.ts';
import type { WizardForm } from './wizard-form.ts';

export type Saving =
  | { kind: 'saved'; drive: DriveAnswer }
  /** It is not enough for a drive yet: it stays on this device. */
  | { kind: 'kept' }
  | { kind: 'refused'; faults: readonly FieldFault[] }
  /** Somebody else has changed it since it was read. */
  | { kind: 'overtaken'; theirs: DriveAnswer };

interface Place {
  board: string;
  /** None: it is new, and gets one from its name. */
  id: string | undefined;
  timeZone: string;
}

/** What stands at `tasks.0.baseline`. */
const valueAt = (body: DriveBody, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((held, part) => (held as Record<string, unknown> | undefined)?.[part], body);

/** Sending the drive to the board, and why it was not taken. */
export function useSaving({ board, id, timeZone }: Place) {
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [refused, setRefused] = useState<string>();

  const refuse = async (error: unknown, body: DriveBody): Promise<Saving> => {
    const found = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
    const text = await sayProblem(error);
    const said = found.map(({ path, message }) => ({
      path,
      // Nobody has written anything yet: how it is written is no answer.
      message: faultText(valueAt(body, path) === '' ? 'is needed' : message),
    }));
    setFaults(said);
    setRefused(said.length > 0 ? undefined : text);
    return { kind: 'refused', faults: said };
  };

  /** Why it was not saved; where it was changed meanwhile, with what stands now. */
  const explain = async (error: unknown, of: string, body: DriveBody): Promise<Saving> => {
    if (!(error instanceof ApiProblem) || error.kind !== 'changed-meanwhile')
      return refuse(error, body);
    return readDrive(board, of).then(
      (theirs) => ({ kind: 'overtaken', theirs }),
      () => refuse(error, body),
    );
  };

  const send = async (form: WizardForm, replaces: number | undefined): Promise<Saving> => {
    if (form.tasks.length === 0 || form.name.trim() === '') return { kind: 'kept' };
    setBusy(true);
    const own = id ?? driveIdOf(form.name);
    const body = bodyOf(form, timeZone);
    try {
      const drive = await putDrive(board, own, body, replaces);
      setFaults([]);
      setRefused(undefined);
      forgetForm(board, id ?? 'new');
      return { kind: 'saved', drive };
    } catch (error) {
      return await explain(error, own, body);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, faults, setFaults, refused, send };
}
