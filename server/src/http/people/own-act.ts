import type { DeskAct } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import { signatureOf, type Person } from '../../identity/actor.ts';
import type { Host, HttpDeps } from '../deps.ts';
import { requestOrigin, watchedHost } from '../watched-host.ts';

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
  { by, ...act }: OwnAct & { by: Person },
): Promise<void> {
  const at = new Date(deps.clock.now()).toISOString();
  const write = async (known: Host) => {
    const host = watchedHost(known, deps.origins, requestOrigin(request));
    const actor = signatureOf(by, host.state);
    try {
      await host.commit([{ fact: { type: 'desk.acted', ...act }, actor, at }], 'refuse');
    } catch (err) {
      if (!(err instanceof LedgerUnavailable)) throw err;
      request.log.warn({ err, board: host.state.board, actor, ...act }, 'an act is in no ledger');
    }
  };
  await Promise.all(concerned(deps, by).map(write));
}
