import type { Drafted, FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { DriveMove, PledgeBody } from '../vocabulary/drive.ts';
import { compareRationals, readDecimal } from '../vocabulary/rational.ts';
import type { BookedTask, Drive } from './book.ts';
import { membersOf } from './members.ts';
import { driveMoves, mayMove } from './states.ts';
import { driveTimes } from './times.ts';

const unknownDrive: FactProblem = { kind: 'unknown-drive', path: 'id', message: 'no such drive' };

function refuse(problem: FactProblem): { kind: 'problems'; problems: FactProblem[] } {
  return { kind: 'problems', problems: [problem] };
}

/** Makes the fact that moves a drive to another state, or says why it cannot go there. */
export function draftDriveMove(
  state: BoardState,
  id: string,
  { to, reason }: DriveMove,
): Drafted<FactOf<'drive.moved'>> {
  const drive = state.books.drives.get(id);
  if (!drive) return refuse(unknownDrive);
  if (!mayMove(drive.state, to)) {
    const next = driveMoves[drive.state].join(' or ') || 'nowhere';
    const message = `a ${drive.state} drive moves to ${next}, not to ${to}`;
    return refuse({ kind: 'drive-state', path: 'to', message });
  }
  const fact = { type: 'drive.moved' as const, id, to, ...(reason ? { reason } : {}) };
  return { kind: 'fact', fact };
}

/** Makes the fact that removes a draft; what was opened stays. */
export function draftDriveRemoval(state: BoardState, id: string): Drafted<FactOf<'drive.removed'>> {
  const drive = state.books.drives.get(id);
  if (!drive) return refuse(unknownDrive);
  if (drive.state !== 'draft')
    return refuse({ kind: 'drive-state', path: 'state', message: 'only a draft can be removed' });
  return { kind: 'fact', fact: { type: 'drive.removed', id } };
}

/** Whether a pledge may be made now: while pledging, or until the stated day. */
export function takesPledges(state: BoardState, drive: Drive, now: number): boolean {
  const { pledgesEnd } = driveTimes(state.zone, drive.body);
  if (drive.state === 'pledging') return pledgesEnd === undefined || now < pledgesEnd;
  const isRunning = drive.state === 'running' || drive.state === 'review';
  return isRunning && pledgesEnd !== undefined && now < pledgesEnd;
}

function checkPledged(task: BookedTask | undefined, value: string, path: string): FactProblem[] {
  if (!task) return [{ kind: 'invalid', path, message: 'the drive has no such task' }];
  const [target, pledged] = [readDecimal(task.target), readDecimal(value)];
  const sign = compareRationals(target, readDecimal(task.baseline));
  if (compareRationals(pledged, target) * sign >= 0) return [];
  const message = `a pledge is at least the target (${task.target})`;
  return [{ kind: 'invalid', path, message }];
}

/** Makes the fact of a unit's counter-plan, or says what is wrong with it. */
export function draftPledge(
  state: BoardState,
  id: string,
  unit: string,
  { tasks }: PledgeBody,
  now: number,
): Drafted<FactOf<'drive.pledged'>> {
  const drive = state.books.drives.get(id);
  if (!drive) return refuse(unknownDrive);
  if (!state.units.has(unit))
    return refuse({ kind: 'unknown-unit', path: 'unit', message: `no unit "${unit}"` });
  if (!membersOf(state, drive.body).units.has(unit))
    return refuse({
      kind: 'not-eligible',
      path: 'unit',
      message: 'the unit does not take part in this drive',
    });
  if (!takesPledges(state, drive, now))
    return refuse({
      kind: 'pledges-closed',
      path: 'tasks',
      message: drive.state === 'draft' ? 'pledges are not open yet' : 'the deadline has passed',
    });
  const problems = Object.entries(tasks).flatMap(([task, value]) =>
    checkPledged(
      drive.body.tasks.find((known) => known.id === task),
      value,
      `tasks.${task}`,
    ),
  );
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'drive.pledged', drive: id, unit, tasks } };
}
