import { distributionAnswerSchema, distributionOf } from '@emulation/shared';
import { z } from 'zod';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { daySchema, limitSchema, refuseReversed } from './query.ts';

const distributionQuery = z.strictObject({
  metric: z.string({ error: 'name a metric' }),
  unit: z.string().optional(),
  sector: z.string().optional().describe('The sector written on the results.'),
  from: daySchema.optional(),
  to: daySchema.optional(),
  bins: limitSchema(24, 100),
});

export function distributionRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/results/distribution', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['results'],
      summary: 'How many results have which values',
      description:
        'Valid results in at most `bins` bins of one round width, from the lowest. Both ends belong ' +
        'to a bin.',
      params: boardParams,
      querystring: distributionQuery,
      response: answers({ 200: distributionAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      refuseReversed(request.query);
      requireKnown(state, request.query);
      return { seq: state.seq, ...distributionOf(state, request.query) };
    },
  });
}
