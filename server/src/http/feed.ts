import {
  feedAnswerSchema,
  feedPage,
  happeningKindSchema,
  type HappeningKind,
} from '@emulation/shared';
import { z } from 'zod';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams } from './params.ts';
import { limitSchema, momentSchema } from './query.ts';

/** `<seq>.<n>` of a happening; `<seq>` alone stands for its first. */
const beforeSchema = z
  .string()
  .regex(/^\d{1,15}(?:\.\d{1,9})?$/, { error: 'must be a position such as 1204.2' })
  .transform((text) => {
    const [seq, n = 1] = text.split('.').map(Number);
    return { seq: seq ?? 0, n };
  });

const kinds = new Set<string>(happeningKindSchema.options);

const kindsSchema = z
  .string()
  .transform((text) => text.split(','))
  .refine((words): words is HappeningKind[] => words.every((word) => kinds.has(word)), {
    error: 'must be kinds of happenings, separated by commas',
  });

export const feedQuery = z.strictObject({
  before: beforeSchema.optional(),
  limit: limitSchema(50, 500),
  kind: kindsSchema.optional().describe('One kind, or several separated by commas.'),
  metric: z.string().optional(),
  unit: z.string().optional().describe('Told of this unit, in whatever part.'),
  sector: z.string().optional(),
  until: momentSchema.optional().describe('Told at this UTC time or before.'),
});

export function feedRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/feed', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['feed'],
      summary: 'Happenings, newest first',
      description:
        'Of all kinds and of everybody, or of those that are named. Pages follow each other with ' +
        '`before`, which is `next` of the page before.',
      params: boardParams,
      querystring: feedQuery,
      response: answers({ 200: feedAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      requireKnown(state, request.query);
      const { kind: kinds, ...query } = request.query;
      const { happenings, more } = feedPage(state, { ...query, kinds });
      const last = happenings.at(-1);
      const next = more && last ? { next: `${last.seq}.${last.n}` } : {};
      return { seq: state.seq, happenings, ...next };
    },
  });
}
