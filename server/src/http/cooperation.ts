import { cooperationAnswerSchema, cooperationOf } from '@emulation/shared';
import { z } from 'zod';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { limitSchema } from './query.ts';

export const cooperationQuery = z.strictObject({
  unit: z.string().optional(),
  limit: limitSchema(300, 10_000),
});

export function cooperationRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/cooperation', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['cooperation'],
      summary: 'Who works with whom',
      description: 'Computed from the valid joint results.',
      params: boardParams,
      querystring: cooperationQuery,
      response: answers({ 200: cooperationAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { unit, limit } = request.query;
      requireKnown(state, { unit });
      const { summary, pairs, sectors } = cooperationOf(state);
      const asked = pairs.filter(({ units }) => unit === undefined || units.includes(unit));
      return { seq: state.seq, summary, pairs: asked.slice(0, limit), sectors };
    },
  });
}
