import type { DeskAct } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../../identity/actor.ts';
import { noteAct } from '../desk-act.ts';
import type { Host, HttpDeps } from '../deps.ts';

interface OwnAct {
  act: DeskAct;
  /** Of the device or the key. */
  id?: string;
}

/** Boards whose stewards it concerns how somebody comes in: those they act on. */
function concerned({ boards }: HttpDeps, { person, isOperator }: Person): Host[] {
  return boards
    .all()
    .filter(({ state }) => state.info && (isOperator || state.books.members.people.has(person)));
}

/**
 * Writes down what somebody did to the own account, in the ledger of every board they are on. It is
 * done already: a lost phone is signed out also while a ledger is away, and the log then says so.
 */
export async function noteOwnAct(
  request: FastifyRequest,
  deps: HttpDeps,
  act: OwnAct & { by: Person },
): Promise<void> {
  await Promise.all(concerned(deps, act.by).map((host) => noteAct(request, deps, host, act)));
}
