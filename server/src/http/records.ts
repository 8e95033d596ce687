import {
  progression,
  progressionAnswerSchema,
  recordsAnswerSchema,
  scopeSchema,
  standingRecords,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { momentSchema } from './query.ts';

const tags = ['records'];

export const recordsQuery = z.strictObject({
  metric: z.string().optional(),
  scope: scopeSchema.optional(),
  sector: z.string().optional(),
  unit: z.string().optional(),
});

export const standingQuery = recordsQuery.extend({
  at: momentSchema.optional().describe('As they stood at this UTC time, as is recognised now.'),
});

export const progressionQuery = recordsQuery.extend({
  metric: z.string({ error: 'name a metric' }),
  scope: scopeSchema.default('board'),
});

export function requireScopeOf({ scope, sector, unit }: z.output<typeof progressionQuery>): void {
  if (scope === 'sector' && sector === undefined)
    throw invalid([{ path: 'sector', message: 'name the sector whose line it is' }]);
  if (scope === 'unit' && unit === undefined)
    throw invalid([{ path: 'unit', message: 'name the unit whose line it is' }]);
}

export function recordRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/records', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Standing records',
      params: boardParams,
      querystring: standingQuery,
      response: answers({ 200: recordsAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      requireKnown(state, request.query);
      const { at: until, ...query } = request.query;
      return { seq: state.seq, records: standingRecords(state, { ...query, until }) };
    },
  });

  api.get('/boards/:board/records/progression', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The line of records of a metric, oldest first',
      params: boardParams,
      querystring: progressionQuery,
      response: answers({ 200: progressionAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      requireScopeOf(request.query);
      requireKnown(state, request.query);
      return progression(state, request.query);
    },
  });
}
