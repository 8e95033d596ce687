import {
  fixedDriveFields,
  fixedTaskFields,
  pledgedTaskFields,
  type DriveState,
} from '@emulation/shared';

interface Standing {
  state: DriveState;
  pledges: Record<string, Record<string, string>>;
}

/** Why fields of a drive cannot be changed any more. */
export type Hold = 'open' | 'pledged' | 'runs' | 'final';

/** What holds the drive as a whole: a draft is open, a finalised drive stands for good. */
export function holdOf(drive: Standing | undefined): Hold {
  if (!drive || drive.state === 'draft') return 'open';
  if (drive.state === 'finalised') return 'final';
  if (drive.state !== 'pledging') return 'runs';
  return Object.keys(drive.pledges).length > 0 ? 'pledged' : 'open';
}

const isIn = (list: readonly string[], field: string) => list.includes(field);

export function isFieldFixed(drive: Standing | undefined, field: string): boolean {
  const hold = holdOf(drive);
  if (hold === 'final') return true;
  return hold === 'runs' && isIn(fixedDriveFields, field);
}

/** A running drive's tasks stand; before that, those that some unit pledged to. */
export function isTaskFieldFixed(
  drive: Standing | undefined,
  task: string,
  field: string,
): boolean {
  const hold = holdOf(drive);
  if (!drive || hold === 'open') return false;
  if (hold === 'final') return true;
  if (hold === 'runs') return isIn(fixedTaskFields, field);
  const isPledged = Object.values(drive.pledges).some((tasks) => task in tasks);
  return isPledged && isIn(pledgedTaskFields, field);
}

/** Whether tasks may be added, and this one removed. */
export function isTaskListFixed(drive: Standing | undefined, task?: string): boolean {
  const hold = holdOf(drive);
  if (hold === 'runs' || hold === 'final') return true;
  return task !== undefined && isTaskFieldFixed(drive, task, 'metric');
}
