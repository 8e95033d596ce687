import type { BoardState } from '../board/state.ts';
import {
  add,
  multiply,
  rational,
  readDecimal,
  toHundredths,
  zero,
} from '../vocabulary/rational.ts';
import type { Drive } from './book.ts';
import type { DriveHeadRow, DriveSummary } from './row.ts';
import { driveTimes } from './times.ts';

/** The drives of a board that are no drafts any more. */
export function driveSummaries({ books }: BoardState, withDrafts = false): DriveSummary[] {
  return [...books.drives.values()]
    .filter(({ state }) => withDrafts || state !== 'draft')
    .map(({ id, body, state, veiled }) => {
      const { name, from, to } = body;
      return { id, name, state, veiled, from, to };
    });
}

/** Score of a plan exactly fulfilled. */
function parOf({ body }: Drive): string {
  const weights = body.tasks.reduce((sum, task) => add(sum, readDecimal(task.weight)), zero);
  return toHundredths(multiply(weights, rational(100n, 1n)));
}

function timesOf(state: BoardState, { body }: Drive) {
  const times = driveTimes(state.zone, body);
  const text = (at: number) => new Date(at).toISOString();
  return {
    startsAt: text(times.starts),
    endsAt: text(times.ends),
    graceEndsAt: text(times.graceEnds),
    ...(times.review === undefined ? {} : { reviewAt: text(times.review) }),
    ...(times.freezes === undefined ? {} : { freezesAt: text(times.freezes) }),
    ...(times.pledgesEnd === undefined ? {} : { pledgesEndAt: text(times.pledgesEnd) }),
  };
}

/** Since when a veiled drive shows what it showed then; by hand it may be earlier than planned. */
function veilOf({ veiled, history }: Drive): { frozenAt?: string } {
  const frozen = history.findLast(({ to }) => to === 'frozen');
  return veiled && frozen ? { frozenAt: frozen.at } : {};
}

/** A drive without its rows: what it is, where it stands, and what a countdown needs. */
export function driveHead(
  state: BoardState,
  drive: Drive,
  { rows, uncounted }: { rows: number; uncounted: number },
): DriveHeadRow {
  const { id, body } = drive;
  const { name, from, to, objectives, tasks, scoring, bonuses, tieBreaks } = body;
  return {
    id,
    name,
    ...(objectives === undefined ? {} : { objectives }),
    state: drive.state,
    veiled: drive.veiled,
    revealed: drive.revealed,
    from,
    to,
    ...timesOf(state, drive),
    ...veilOf(drive),
    tasks: tasks.map(({ name: taskName, ...task }) => ({
      ...task,
      ...(taskName === undefined ? {} : { name: taskName }),
    })),
    scoring,
    ...(bonuses ? { bonuses } : {}),
    ...(tieBreaks ? { tieBreaks } : {}),
    ...(scoring.kind === 'fulfilment' ? { par: parOf(drive) } : {}),
    lastPlacesHidden: body.lastPlacesHidden ?? 0,
    rows,
    pledges: drive.pledges.size,
    uncounted,
  };
}
