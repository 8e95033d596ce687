import type { DriveBody } from '@emulation/shared';
import type { DriveAnswer } from '../api/drives.ts';
import { ConflictDialog as Both } from '../editing/conflict-dialog.tsx';
import { formOf, bodyOf } from './form-body.ts';

interface Props {
  board: string;
  mine: DriveBody;
  theirs: DriveAnswer;
  timeZone: string;
  onTake: () => void;
  onOverwrite: () => void;
  onClose: () => void;
}

/** Both texts of a drive, read and written by the same form: only what somebody changed differs. */
export function ConflictDialog({ theirs, timeZone, ...rest }: Props) {
  return <Both {...rest} kind="drive" theirs={bodyOf(formOf(theirs, timeZone), timeZone)} />;
}
