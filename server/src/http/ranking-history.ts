import { createHash } from 'node:crypto';
import {
  aggregateSchema,
  headToHead,
  headToHeadAnswerSchema,
  rankingHistoryAnswerSchema,
  historyTruths,
  pulsePeriodSchema,
  rankingHistory,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { daySchema, limitSchema, refuseReversed } from './query.ts';

const tags = ['rankings'];

const historyQuery = z.strictObject({
  metric: z.string({ error: 'name a metric' }),
  by: z.enum(['unit', 'sector']).default('unit'),
  truth: z
    .enum(historyTruths)
    .default('recognised')
    .describe(
      '`recognised`: by the time of achievement, as is recognised now. `announced`: by the time ' +
        'of receipt, each result as it was posted, those annulled since among them.',
    ),
  aggregate: aggregateSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  since: daySchema.optional().describe('Only results of this day and later count.'),
  steps: limitSchema(120, 500),
  top: limitSchema(12, 50),
});

function historyRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/rankings/history', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'How a ranking became what it is',
      description:
        'The first rows at up to `steps` moments from `from` to `to` (those of the results where ' +
        'absent): the ends of days, or times evenly apart where more than the day is known and ' +
        'there are fewer days than moments. At each the standing is that of `rankings?to=` or ' +
        '`rankings?at=`. The weak `ETag` changes only with the frames.',
      params: boardParams,
      querystring: historyQuery,
      response: { ...answers({ 200: rankingHistoryAnswerSchema }), 304: z.undefined() },
    },
    handler: async (request, reply) => {
      const state = stateOf(request);
      const { metric, by, truth } = request.query;
      refuseReversed(request.query);
      requireKnown(state, { metric });
      const history = rankingHistory(state, request.query);
      const print = createHash('sha256').update(JSON.stringify(history)).digest('base64url');
      const tag = `W/"${print.slice(0, 27)}"`;
      reply.header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return { seq: state.seq, metric, by, truth, ...history };
    },
  });
}

const comparedUnits = { least: 2, most: 4 };

const unitsSchema = z
  .string()
  .transform((text) => text.split(','))
  .refine((units) => new Set(units).size === units.length, { error: 'names a unit twice' })
  .refine(({ length }) => length >= comparedUnits.least && length <= comparedUnits.most, {
    error: `must name ${comparedUnits.least} to ${comparedUnits.most} units, separated by commas`,
  });

const headToHeadQuery = z.strictObject({
  metric: z.string({ error: 'name a metric' }),
  units: unitsSchema,
  period: pulsePeriodSchema.default('month'),
  last: limitSchema(24, 120).describe('Periods at most, the latest ones.'),
});

function headToHeadRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/rankings/head-to-head', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Two to four units against each other, week by week or month by month',
      description:
        'The score of each in each period on its own, and who was best. Whoever has no result in ' +
        'a period has `null`; where only one has a score nobody wins.',
      params: boardParams,
      querystring: headToHeadQuery,
      response: answers({ 200: headToHeadAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { metric, units, period } = request.query;
      requireKnown(state, { metric });
      const unknown = units.filter((unit) => !state.units.has(unit));
      if (unknown.length > 0)
        throw invalid(
          unknown.map((unit) => ({ path: 'units', message: `no unit "${unit}" on this board` })),
        );
      return { seq: state.seq, metric, units, period, ...headToHead(state, request.query) };
    },
  });
}

export function rankingHistoryRoutes(api: Api, deps: HttpDeps): void {
  historyRoute(api, deps);
  headToHeadRoute(api, deps);
}
