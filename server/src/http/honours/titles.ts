import { titleAnswerSchema, titleBodySchema } from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { ownIdParams } from '../params.ts';
import { put } from '../put.ts';

const tags = ['honours'];

/** Titles: what can be won, in words and as a criterion that the board watches. */
export function titleRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/titles/:id', {
    preParsing: guard(deps, 'award'),
    schema: {
      tags,
      summary: 'Create or change a title',
      params: ownIdParams,
      body: titleBodySchema,
      response: answers({ 200: titleAnswerSchema, 201: titleAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { titles } = hostOf(request).state.books.honours;
      const item = { id: request.params.id, ...request.body };
      const fact = { type: 'title.put' as const, ...item };
      const status = await put(deps, request, titles.get(item.id), { item, fact });
      return reply.code(status).send(item);
    },
  });

  api.delete('/boards/:board/titles/:id', {
    preParsing: guard(deps, 'award'),
    schema: {
      tags,
      summary: 'Remove a title; honours that were awarded under it stay',
      params: ownIdParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!hostOf(request).state.books.honours.titles.has(id)) throw new Refusal('unknown-title');
      await commitFact(request, { fact: { type: 'title.removed', id }, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}
