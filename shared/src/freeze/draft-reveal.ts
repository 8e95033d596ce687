import type { Drafted, FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { Drive } from '../drives/book.ts';
import { driveStandings, nextReveal } from '../drives/standings.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { RevealBody, StageBody } from '../vocabulary/stage.ts';

/** A stage that its presenter has left alone for so long is free again. */
export const stageMs = 10 * 60_000;

/** Who is on the stage now, and until when it is kept for them (ms). */
export function stageHolder(
  { stage }: Pick<Drive, 'stage'>,
  now: number,
): { presenter: string; name: string; until: number } | undefined {
  if (!stage || now >= stage.at + stageMs) return undefined;
  const { presenter, name, at } = stage;
  return { presenter, name, until: at + stageMs };
}

function refuse(problem: FactProblem): { kind: 'problems'; problems: FactProblem[] } {
  return { kind: 'problems', problems: [problem] };
}

/** The drive, where it is being revealed; otherwise why it is not. */
function revealing(state: BoardState, id: string): { drive: Drive } | { problem: FactProblem } {
  const drive = state.books.drives.get(id);
  if (!drive) return { problem: { kind: 'unknown-drive', path: 'id', message: 'no such drive' } };
  if (drive.state === 'closed' && drive.veiled) return { drive };
  const why =
    drive.state === 'closed' ? 'everything is revealed' : `it is ${drive.state}, not closed`;
  return { problem: { kind: 'drive-state', path: 'state', message: `nothing to reveal: ${why}` } };
}

/** Makes the fact that puts a presenter on the stage; another one leaves it only knowingly. */
export function draftStage(
  state: BoardState,
  id: string,
  { presenter, name, takeOver }: StageBody,
  now: number,
): Drafted<FactOf<'drive.staged'>> {
  const found = revealing(state, id);
  if ('problem' in found) return refuse(found.problem);
  const holder = stageHolder(found.drive, now);
  if (holder && holder.presenter !== presenter && !takeOver)
    return refuse({
      kind: 'stage-taken',
      path: 'takeOver',
      message: `${holder.name} presents; say \`takeOver\` to take the stage`,
    });
  return { kind: 'fact', fact: { type: 'drive.staged', drive: id, presenter, name } };
}

/**
 * Makes the fact of the next step. `done`: so many rows are revealed already. Units that share a
 * place come out together, so that only the end of a place can be a step.
 */
export function draftReveal(
  state: BoardState,
  id: string,
  { presenter, count }: RevealBody,
  now: number,
): Drafted<FactOf<'drive.revealed'>> | { kind: 'done' } {
  const drive = state.books.drives.get(id);
  // Said again, after an answer that was lost: also the last step.
  if (drive && drive.state !== 'draft' && count === drive.revealed) return { kind: 'done' };
  const found = revealing(state, id);
  if ('problem' in found) return refuse(found.problem);
  const holder = stageHolder(found.drive, now);
  if (holder?.presenter !== presenter)
    return refuse({
      kind: 'stage-taken',
      path: 'presenter',
      message: holder ? `${holder.name} presents` : 'take the stage first',
    });
  const { rows } = driveStandings(state, found.drive, now);
  const next = nextReveal(rows, found.drive.revealed);
  if (count !== next)
    return refuse({ kind: 'wrong-step', path: 'count', message: `the next step is ${next}` });
  return { kind: 'fact', fact: { type: 'drive.revealed', drive: id, count } };
}
