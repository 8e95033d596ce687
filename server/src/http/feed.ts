import { feedAnswerSchema, feedPage, happeningKindSchema } from '@emulation/shared';
import { z } from 'zod';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';
import { limitSchema } from './query.ts';

/** `<seq>.<n>` of a happening; `<seq>` alone stands for its first. */
const beforeSchema = z
  .string()
  .regex(/^\d{1,15}(?:\.\d{1,9})?$/, { error: 'must be a position such as 1204.2' })
  .transform((text) => {
    const [seq, n = 1] = text.split('.').map(Number);
    return { seq: seq ?? 0, n };
  });

const feedQuery = z.strictObject({
  before: beforeSchema.optional(),
  limit: limitSchema(50, 500),
  kind: happeningKindSchema.optional(),
});

export function feedRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/feed', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['feed'],
      summary: 'Happenings, newest first',
      params: boardParams,
      querystring: feedQuery,
      response: answers({ 200: feedAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { happenings, more } = feedPage(state, request.query);
      const last = happenings.at(-1);
      const next = more && last ? { next: `${last.seq}.${last.n}` } : {};
      return { seq: state.seq, happenings, ...next };
    },
  });
}
