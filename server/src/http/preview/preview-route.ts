import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { previewContent } from '../../outlets/preview/content.ts';
import { guard } from '../access.ts';
import { answerOnce } from '../answer-once.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';

const subjectQuery = z.strictObject({
  metric: z.string().optional().describe('Its ranking; without anything named, the first metric.'),
  unit: z.string().optional().describe('The places of a unit.'),
  drive: z.string().optional().describe('The standings of a drive.'),
  result: z.string().optional().describe('One result.'),
});

/** The preview image of a view: always what everybody sees, whoever asks. */
export function previewRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/preview.png', {
    preParsing: guard(deps, 'see'),
    config: { rateLimit: { max: deps.imagesAMinute } },
    schema: {
      tags: ['previews'],
      summary: 'A preview image of a view (PNG, 1200 by 630)',
      description:
        'Drawn from what everybody sees, in the board’s colours and with its logo. One address may ask for a fiftieth as many as of requests.',
      produces: ['image/png'],
      params: boardParams,
      querystring: subjectQuery,
    },
    handler: async (request, reply) => {
      const state = request.seenHost?.publicState;
      const content = state && previewContent(state, request.query, deps.clock.now());
      if (!state || !content) throw new Refusal('not-found');
      const view = JSON.stringify([state.board, state.epoch, request.query]);
      const { bytes, etag } = await deps.previews.draw(view, content, (id) =>
        deps.uploads.find(state.board, id, 'small'),
      );
      // A private board's is for those who may see it, and for no cache in between.
      const isPublic = state.info?.visibility === 'public';
      reply.header('cache-control', isPublic ? 'public, max-age=60' : 'private, no-store');
      // Chats and other pages show it: an image of a public board may stand anywhere.
      if (isPublic) reply.header('cross-origin-resource-policy', 'cross-origin');
      return answerOnce(request, reply.type('image/png'), { body: bytes, etag });
    },
  });
}
