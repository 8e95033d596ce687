import {
  displayBodySchema,
  displayIdSchema,
  draftDisplay,
  namedDisplayAnswerSchema,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { put } from '../put.ts';

const tags = ['displays'];
const displayParams = z.object({ board: z.string(), id: displayIdSchema });

/** Walls as stewards name them. */
export function displayRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/displays/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Name a wall and give it a playlist',
      description: 'A wall follows at once, or when it is back.',
      params: displayParams,
      body: displayBodySchema,
      response: answers({ 200: namedDisplayAnswerSchema, 201: namedDisplayAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const drafted = draftDisplay(state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { fact } = drafted;
      const item = { id, ...request.body };
      const status = await put(deps, request, state.books.displays.displays.get(id), {
        item,
        fact,
      });
      return reply.code(status).send(item);
    },
  });

  api.delete('/boards/:board/displays/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Forget a wall’s name and playlist',
      params: displayParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!hostOf(request).state.books.displays.displays.has(id))
        throw new Refusal('unknown-display');
      const fact = { type: 'display.removed' as const, id };
      await commitFact(request, { fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}
