import { unitAnswerSchema, unitBodySchema } from '@emulation/shared';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { ownIdParams } from './params.ts';
import { put } from './put.ts';

export function unitRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/units/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'Create or change a unit, or move it to another sector',
      description: 'Results keep the sector they were achieved in.',
      params: ownIdParams,
      body: unitBodySchema,
      response: answers({ 200: unitAnswerSchema, 201: unitAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { name, sector } = request.body;
      if (!state.sectors.has(sector))
        throw refusalOf([
          { kind: 'unknown-sector', path: 'sector', message: 'no such sector on this board' },
        ]);
      if (state.sectors.get(sector)?.retired !== undefined)
        throw refusalOf([{ kind: 'retired', path: 'sector', message: 'the sector is retired' }]);
      const { id } = request.params;
      const existing = state.units.get(id);
      const item = { ...existing, id, name, sector };
      const fact = { type: 'unit.put' as const, id, name, sector };
      const status = await put(deps, request, existing, { item, fact });
      return reply.code(status).send(item);
    },
  });
}
