import type { FactOf } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { signatureOf, type Actor } from '../identity/actor.ts';
import { commitFact } from './commit.ts';
import type { Host, HttpDeps } from './deps.ts';
import { requestOrigin, watchedHost } from './watched-host.ts';

/**
 * Writes down an act that no other fact tells of, in the ledger of the board in whose desk it is
 * done. What lets somebody out is written first: an act that the ledger cannot hold is not done.
 */
export async function commitAct(
  request: Pick<FastifyRequest, 'actor' | 'boardHost'>,
  { clock }: Pick<HttpDeps, 'clock'>,
  act: Omit<FactOf<'desk.acted'>, 'type'>,
): Promise<void> {
  await commitFact(request, { fact: { type: 'desk.acted', ...act }, now: clock.now() });
}

/**
 * Writes down an act that is done also while a ledger is away, as a lost phone is signed out and a full
 * disk is backed up; the log then says so.
 */
export async function noteAct(
  request: FastifyRequest,
  { clock, origins }: Pick<HttpDeps, 'clock' | 'origins'>,
  known: Host,
  { by, ...act }: Omit<FactOf<'desk.acted'>, 'type'> & { by: Actor },
): Promise<void> {
  const host = watchedHost(known, origins, requestOrigin(request));
  const actor = signatureOf(by, host.state);
  const at = new Date(clock.now()).toISOString();
  try {
    await host.commit([{ fact: { type: 'desk.acted', ...act }, actor, at }], 'refuse');
  } catch (err) {
    if (!(err instanceof LedgerUnavailable)) throw err;
    request.log.warn({ err, board: host.state.board, actor, ...act }, 'an act is in no ledger');
  }
}
