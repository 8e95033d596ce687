import { driveMoves, driveTimes, type BoardState, type Drive } from '@emulation/shared';
import type { DriveAnswer } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.ts';
import { authorize, guardedOf } from '../../identity/authorize.ts';
import { stateOf } from '../access.ts';

/** Drafts are shown to those who write them. */
export function seesDrafts(request: FastifyRequest): boolean {
  const board = guardedOf(stateOf(request));
  return !request.isPublicAsked && authorize(request.actor, 'manage', board) === 'allowed';
}

/** The drive of the address as its sender may see it. */
export function driveOf(request: FastifyRequest, id: string): Drive {
  const drive = stateOf(request).books.drives.get(id);
  const isShown = drive && (drive.state !== 'draft' || seesDrafts(request));
  if (!isShown) throw new Refusal('unknown-drive');
  return drive;
}

/** A drive as its readers see it. */
export function driveAnswer(state: BoardState, drive: Drive): DriveAnswer {
  const times = driveTimes(state.zone, drive.body);
  const text = (at: number) => new Date(at).toISOString();
  return {
    id: drive.id,
    ...drive.body,
    version: drive.version,
    state: drive.state,
    veiled: drive.veiled,
    revealed: drive.revealed,
    history: drive.history.map(({ to, at }) => ({ to, at })),
    pledges: Object.fromEntries(drive.pledges),
    moves: [...driveMoves[drive.state]],
    startsAt: text(times.starts),
    endsAt: text(times.ends),
    graceEndsAt: text(times.graceEnds),
    ...(times.review === undefined ? {} : { reviewAt: text(times.review) }),
    ...(times.freezes === undefined ? {} : { freezesAt: text(times.freezes) }),
    ...(times.pledgesEnd === undefined ? {} : { pledgesEndAt: text(times.pledgesEnd) }),
  };
}
