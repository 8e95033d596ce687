import { sessionAnswerSchema, type SessionAnswer } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { tooMany } from './access.ts';
import { answers, type Api } from './api.ts';
import { stewardBySession, type Actor } from '../identity/actor.ts';
import type { HttpDeps } from './deps.ts';

const tags = ['session'];
const setupBody = z.strictObject({ token: z.string().min(1).max(200) });

const answerOf = ({ kind, id }: Actor): SessionAnswer => ({ role: kind, actor: id });

export function sessionRoutes(api: Api, { identity, publicUrl }: HttpDeps): void {
  const isSecure = (request: FastifyRequest) =>
    request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);

  api.post('/setup', {
    schema: {
      tags,
      summary: 'Open a steward session with the token of a one-time set-up link',
      body: setupBody,
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const outcome = await identity.openSession(request.body.token, request.ip);
      if (outcome.kind === 'too-many') throw tooMany(outcome.retryAfterSeconds);
      if (outcome.kind === 'spent') throw new Refusal('spent-link');
      const cookie = identity.sessions.header(outcome.cookie, isSecure(request));
      return reply.header('set-cookie', cookie).send(answerOf(stewardBySession));
    },
  });

  api.get('/session', {
    schema: {
      tags,
      summary: 'Who you are here',
      description:
        'With the actor that the ledger would keep, by which a device tells apart who typed what.',
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request) => answerOf(request.actor),
  });

  api.delete('/session', {
    schema: { tags, summary: 'Sign out', response: answers({ 204: z.undefined() }) },
    handler: async (request, reply) => {
      const cookie = identity.sessions.header(undefined, isSecure(request));
      return reply.header('set-cookie', cookie).code(204).send();
    },
  });
}
