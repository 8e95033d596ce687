import { personNameSchema, sessionAnswerSchema, type SessionAnswer } from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import type { Actor } from '../identity/actor.ts';
import { sessionIn } from '../identity/cookies.ts';
import { screenTokenIn } from '../identity/screen-cookie.ts';
import { tooMany } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { setCookies, setScreenCookie } from './set-cookies.ts';

const tags = ['session'];
const setupBody = z.strictObject({
  token: z.string().min(1).max(200),
  /** What the steward is called; it can be changed later. */
  name: personNameSchema.optional(),
});

/** Until they say what they are called. */
const unnamed = 'Steward';

/** Who somebody is, with what they are on which boards. */
export async function answerOf(
  actor: Actor,
  { boards, identity }: HttpDeps,
): Promise<SessionAnswer> {
  const none = { actor: actor.id, memberships: [] };
  if (actor.kind === 'machine') {
    const token = boards.get(actor.board)?.state.books.machines.tokens.get(actor.token);
    const display = token?.right === 'screen' ? { display: { board: actor.board } } : {};
    return { ...none, role: 'anonymous', ...display };
  }
  if (actor.kind !== 'person')
    return { ...none, role: actor.kind === 'steward' ? 'steward' : 'anonymous' };
  const { person, isOperator } = actor;
  const found = (await identity.people.find([person])).get(person);
  const memberships = boards.all().flatMap(({ state }) => {
    const member = state.books.members.people.get(person);
    return member ? [{ board: state.board, role: member.role, units: [...member.units] }] : [];
  });
  const name = found ? { name: found.name } : {};
  return { role: isOperator ? 'steward' : 'person', actor: actor.id, ...name, memberships };
}

function setupRoute(api: Api, deps: HttpDeps): void {
  const { identity } = deps;
  api.post('/setup', {
    schema: {
      tags,
      summary: 'Open a steward session with the token of a one-time set-up link',
      description: 'It makes an account that is steward of every board of this server.',
      body: setupBody,
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { token, name = unnamed } = request.body;
      const outcome = await identity.takeSetup(token, request.ip, name);
      if (outcome.kind === 'too-many') throw tooMany(outcome.retryAfterSeconds);
      if (outcome.kind === 'spent') throw new Refusal('spent-link');
      const { person } = outcome;
      const opened = await identity.sessions.open(person, request.headers['user-agent']);
      setCookies(deps, request, reply, opened);
      return reply.send({ role: 'steward', actor: `person:${person}`, name, memberships: [] });
    },
  });
}

export function sessionRoutes(api: Api, deps: HttpDeps): void {
  setupRoute(api, deps);

  api.get('/session', {
    schema: {
      tags,
      summary: 'Who you are here, and what on which boards',
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const screen = screenTokenIn(request.headers.cookie);
      if (request.actor.kind === 'machine' && screen !== undefined)
        setScreenCookie(deps, request, reply, screen);
      return answerOf(request.actor, deps);
    },
  });

  api.delete('/session', {
    schema: { tags, summary: 'Sign out', response: answers({ 204: z.undefined() }) },
    handler: async (request, reply) => {
      const cookie = sessionIn(request.headers.cookie);
      if (cookie !== undefined)
        setCookies(deps, request, reply, await deps.identity.sessions.close(cookie));
      return reply.code(204).send();
    },
  });
}
