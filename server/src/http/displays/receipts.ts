import { displayLimits, receiptsAnswerSchema } from '@emulation/shared';
import { z } from 'zod';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';

/** On which walls records were shown. They are kept while the server runs, the newest 1,000. */
export function receiptRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/receipts', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags: ['displays'],
      summary: 'For each record, on how many of the connected walls it was shown, and how fast',
      description:
        'The newest 1,000 since the server started, fewer where there are more than fifty walls. `sinceAnnounced` counts from when the server ' +
        'received the result (was announced, where it was replayed or imported), by its clock as each ' +
        'wall reckons it from its fastest round trips; ' +
        '`sinceArrival` counts from when it reached the wall, by the wall’s own clock. Both in ms, ' +
        'by nearest rank, over the walls that were connected when it was announced. Positions are ' +
        'those that everybody sees.',
      params: boardParams,
      querystring: z.strictObject({
        limit: z.coerce.number().int().min(1).max(displayLimits.receipts).default(50),
      }),
      response: answers({ 200: receiptsAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const receipts = deps.displays.receipts(state.board, request.query.limit);
      return { seq: state.seq, receipts };
    },
  });
}
