import {
  findResult,
  listResults,
  partnerRoleSchema,
  postedAnswerSchema,
  resultAnswerSchema,
  resultBodySchema,
  resultsAnswerSchema,
  type ResultMark,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';
import { Refusal } from '../errors/refusal.ts';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { idempotencyOf } from './idempotency.ts';
import { requireKnown } from './known.ts';
import { boardParams, resultParams } from './params.ts';
import { postResult } from './post-result.ts';
import {
  daySchema,
  decodeCursor,
  encodeCursor,
  flagSchema,
  limitSchema,
  refuseReversed,
} from './query.ts';

const tags = ['results'];

export const resultsQuery = z.strictObject({
  unit: z.string().optional().describe('Only results in which this unit is a party.'),
  metric: z.string().optional().describe('Only results of this metric.'),
  partner: z
    .string()
    .optional()
    .describe('Only joint results in which this unit is a party as well.'),
  sector: z.string().optional().describe('Only results that were achieved in this sector.'),
  partnerSector: z
    .string()
    .optional()
    .describe('Only joint results with a partner that is in this sector now.'),
  roles: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(partnerRoleSchema))
    .optional()
    .describe('Only joint results with a partner (of `partnerSector`) in one of these roles.'),
  joint: flagSchema.describe('Only joint results.'),
  valid: flagSchema.describe('Only results that are not annulled.'),
  from: daySchema.optional().describe('First day, a date of the board’s zone.'),
  to: daySchema.optional().describe('Last day, a date of the board’s zone.'),
  cursor: z.string().max(100).optional().describe('Goes on from `next` of an earlier answer.'),
  limit: limitSchema(50, 500),
});

function readMark(cursor: string | undefined): ResultMark | undefined {
  if (cursor === undefined) return undefined;
  const [at, seq] = decodeCursor(cursor, 2) ?? [];
  if (at === undefined || seq === undefined)
    throw invalid([{ path: 'cursor', message: 'is none that was given out here' }]);
  return { at, seq };
}

function postRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/results', {
    preParsing: guard(deps, 'post-result'),
    schema: {
      tags,
      summary: 'Post a result',
      description:
        'With an `Idempotency-Key` header (1 to 200 visible ASCII characters) the same body is ' +
        'posted once, however often it is sent: repetitions get the same answer with status 200. ' +
        'Pictures named as `evidence` were uploaded before (`POST …/pictures`); they are seen ' +
        'by those who may see the result.',
      params: boardParams,
      body: resultBodySchema,
      response: answers({ 200: postedAnswerSchema, 201: postedAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { body } = request;
      const once = idempotencyOf(request.headers['idempotency-key'], body);
      const { answer, repeated } = await postResult(deps, request, { body, once });
      return reply.code(repeated ? 200 : 201).send(answer);
    },
  });
}

export function resultRoutes(api: Api, deps: HttpDeps): void {
  postRoute(api, deps);

  api.get('/boards/:board/results', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Results, newest first',
      params: boardParams,
      querystring: resultsQuery,
      response: answers({ 200: resultsAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { cursor, ...query } = request.query;
      refuseReversed(query);
      requireKnown(state, query);
      requireKnown(state, { unit: query.partner, sector: query.partnerSector });
      const page = listResults(state, { ...query, after: readMark(cursor) });
      const next = page.next && { next: encodeCursor([page.next.at, page.next.seq]) };
      return { seq: state.seq, results: page.results, ...next };
    },
  });

  api.get('/boards/:board/results/:id', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'A result',
      params: resultParams,
      response: answers({ 200: resultAnswerSchema }),
    },
    handler: async (request) => {
      const result = findResult(stateOf(request), request.params.id);
      if (!result) throw new Refusal('unknown-result');
      return result;
    },
  });
}
