import { checkMetric, metricAnswerSchema, metricBodySchema } from '@emulation/shared';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { ownIdParams } from './params.ts';
import { put } from './put.ts';

export function metricRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/metrics/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'Create or change a metric',
      description: 'Direction and decimals cannot change once there are results.',
      params: ownIdParams,
      body: metricBodySchema,
      response: answers({ 200: metricAnswerSchema, 201: metricAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const item = { id: request.params.id, ...request.body };
      const problems = checkMetric(state, item);
      if (problems.length > 0) throw refusalOf(problems);
      const existing = state.metrics.get(item.id);
      const fact = { type: 'metric.put' as const, ...item };
      const { retired } = existing?.metric ?? {};
      const wanted = { ...item, ...(retired === undefined ? {} : { retired }) };
      const status = await put(deps, request, existing?.metric, { item: wanted, fact });
      return reply.code(status).send({ ...wanted, results: existing?.valid ?? 0 });
    },
  });
}
