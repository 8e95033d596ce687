import { draftMessage, messageAnswerSchema, messageBodySchema } from '@emulation/shared';
import { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { ownIdParams } from '../params.ts';

const tags = ['displays'];

/** Messages: said on walls until a time, also on those that come back before it. */
export function messageRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/messages/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Say something on all walls, or on some, until a time',
      description:
        'A wall shows it at once and then in turn with its scenes; one that is not connected shows ' +
        'it when it is back, if it still stands then.',
      params: ownIdParams,
      body: messageBodySchema,
      response: answers({ 200: messageAnswerSchema, 201: messageAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { messages } = hostOf(request).state.books.displays;
      const standing = messages.get(id);
      if (standing && isDeepStrictEqual(standing, { id, ...request.body, at: standing.at }))
        return reply.code(200).send(standing);
      const now = deps.clock.now();
      const drafted = draftMessage(hostOf(request).state, id, request.body, now);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { entry } = await commitFact(request, { fact: drafted.fact, now });
      return reply.code(standing ? 200 : 201).send({ id, ...request.body, at: entry.at });
    },
  });

  api.delete('/boards/:board/messages/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Take a message off the walls',
      params: ownIdParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!hostOf(request).state.books.displays.messages.has(id))
        throw new Refusal('unknown-message');
      const fact = { type: 'message.removed' as const, id };
      await commitFact(request, { fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}
