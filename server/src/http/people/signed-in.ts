import { signedInListSchema, type SignedInAnswer } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { boardParams } from '../params.ts';
import { deviceAnswer } from './devices.ts';

/** What everybody of the board is signed in with, the latest seen first. */
export async function signedInOf(
  { identity }: HttpDeps,
  request: FastifyRequest,
): Promise<SignedInAnswer[]> {
  const { people } = hostOf(request).state.books.members;
  const { actor } = request;
  const current = actor.kind === 'person' ? actor.credential : undefined;
  const ids = [...people.keys()];
  const [known, sessions] = await Promise.all([
    identity.people.find(ids),
    identity.people.sessionsOf(ids),
  ]);
  return sessions.flatMap((session) => {
    const { person } = session;
    const role = people.get(person)?.role;
    if (role === undefined) return [];
    const name = known.get(person)?.name;
    const named = name === undefined ? {} : { name };
    return [{ ...deviceAnswer(session, current), person, ...named, role }];
  });
}

/**
 * Ends everybody's sessions but the one that asks: a steward who signs all out is not locked out.
 * Who looks after the whole server is signed out by their like alone, as one by one.
 */
async function endAll(deps: HttpDeps, request: FastifyRequest): Promise<void> {
  const { identity } = deps;
  const { actor } = request;
  const { people } = hostOf(request).state.books.members;
  const mayAll = actor.kind === 'steward' || (actor.kind === 'person' && actor.isOperator);
  const current = actor.kind === 'person' ? actor.credential : undefined;
  const ids = [...people.keys()];
  const known = await identity.people.find(ids);
  const ended = (await identity.people.sessionsOf(ids)).filter(
    ({ id, person }) => id !== current && (mayAll || known.get(person)?.operator !== true),
  );
  if (ended.length === 0) return;
  await commitAct(request, deps, { act: 'everybody-signed-out' });
  await identity.people.endSessions(ended.map(({ id }) => id));
}

/** The sessions of all people of a board, for its stewards. */
export function signedInRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/sessions';
  api.get(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags: ['people'],
      summary: 'What everybody of a board is signed in with',
      description:
        'Every session that has not ended, the latest seen first, with whose it is; the one that ' +
        'asks is `current`.',
      params: boardParams,
      response: answers({ 200: signedInListSchema }),
    },
    handler: async (request) => ({ sessions: await signedInOf(deps, request) }),
  });

  api.delete(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags: ['people'],
      summary: 'Sign everybody of a board out',
      description:
        'Every session of its people but the one that asks; a steward of one board does not ' +
        'sign out who looks after the whole server. Open pages fall silent within two seconds, ' +
        'on every node; tokens of machines and displays stay.',
      params: boardParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      await endAll(deps, request);
      return reply.code(204).send();
    },
  });
}
