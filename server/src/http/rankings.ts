import {
  aggregateSchema,
  parseTieBreaks,
  rankingAnswerSchema,
  rankingPage,
  type BoardState,
  type TieBreak,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { daySchema, momentSchema, refuseReversed, wholeLimitSchema } from './query.ts';

const tieBreaksSchema = z.string().transform((text, context): readonly TieBreak[] => {
  const read = parseTieBreaks(text);
  if (read) return read;
  context.addIssue({
    code: 'custom',
    message: 'must be a list of `countback:<metric>` and `earliest`',
    input: text,
  });
  return z.NEVER;
});

const rowsAround = 50;

const offsetSchema = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'must be a whole number from 0' })
  .transform(Number);

export const rankingQuery = z.strictObject({
  metric: z.string({ error: 'name a metric' }),
  from: daySchema.optional(),
  to: daySchema.optional(),
  by: z.enum(['unit', 'sector']).default('unit'),
  aggregate: aggregateSchema.optional(),
  tieBreaks: tieBreaksSchema.optional(),
  at: momentSchema
    .optional()
    .describe(
      'Only what was achieved up to this UTC time. A result of which only the day is known was achieved at its beginning.',
    ),
  limit: wholeLimitSchema(10_000).optional(),
  around: z.string().optional(),
  offset: offsetSchema.optional().describe('Rows to pass over; not together with `around`.'),
  sector: z
    .string()
    .optional()
    .describe('Only units that are in this sector now; places stay those of the whole ranking.'),
});

function requireAllKnown(state: BoardState, query: z.output<typeof rankingQuery>): void {
  const { metric, by, around, sector, tieBreaks = [] } = query;
  requireKnown(state, { metric, sector });
  requireKnown(state, by === 'unit' ? { unit: around } : { sector: around });
  for (const tieBreak of tieBreaks)
    if (tieBreak.kind === 'countback' && !state.metrics.has(tieBreak.metric))
      throw new Refusal('unknown-metric', {
        errors: [{ path: 'tieBreaks', message: `no metric "${tieBreak.metric}" on this board` }],
      });
}

/** The page of a ranking that a query asks for. */
export function rankingOf(state: BoardState, asked: z.output<typeof rankingQuery>) {
  refuseReversed(asked);
  requireAllKnown(state, asked);
  const { at: until, ...query } = asked;
  const { around, limit = around === undefined ? undefined : rowsAround } = query;
  return rankingPage(state, { ...query, until, limit });
}

export function rankingRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/rankings', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['rankings'],
      summary: 'Units or sectors in order',
      description:
        'Equal scores share a place (1, 2, 2, 4) unless a tie-break tells them apart. ' +
        '`from` and `to` are dates of the zone of the board, inclusive. All rows unless `limit` ' +
        `says how many; ${rowsAround} with \`around\`. \`total\` counts all rows, \`offset\` those ` +
        'before the first one given.',
      params: boardParams,
      querystring: rankingQuery,
      response: answers({ 200: rankingAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      return { seq: state.seq, ...rankingOf(state, request.query) };
    },
  });
}
