import type { FactOf } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { commitFact } from './commit.ts';
import type { HttpDeps } from './deps.ts';

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
