import { sectorAnswerSchema, sectorBodySchema } from '@emulation/shared';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { ownIdParams } from './params.ts';
import { put } from './put.ts';

export function sectorRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/sectors/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'Create or change a sector',
      params: ownIdParams,
      body: sectorBodySchema,
      response: answers({ 200: sectorAnswerSchema, 201: sectorAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const existing = state.sectors.get(id);
      const item = { ...existing, id, ...request.body };
      const fact = { type: 'sector.put' as const, id, ...request.body };
      const status = await put(deps, request, existing, { item, fact });
      return reply.code(status).send(item);
    },
  });
}
