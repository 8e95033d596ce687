import { embeddingAnswerSchema, embeddingBodySchema } from '@emulation/shared';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';
import { put } from './put.ts';

const tags = ['embedding'];

/** Whose pages may show a board in a frame. */
export function embeddingRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/embedding', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Whose pages may frame the board',
      params: boardParams,
      response: answers({ 200: embeddingAnswerSchema }),
    },
    handler: async (request) => hostOf(request).state.books.embedding,
  });

  api.put('/boards/:board/embedding', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Set whose pages may frame the board',
      description:
        'Origins such as `https://intranet.example`, at most 50. They are the `frame-ancestors` of ' +
        '`/embed/:board` and of no other page. A private board is framed by nobody.',
      params: boardParams,
      body: embeddingBodySchema,
      response: answers({ 200: embeddingAnswerSchema }),
    },
    handler: async (request) => {
      const { embedding } = hostOf(request).state.books;
      const item = request.body;
      await put(deps, request, embedding, { item, fact: { type: 'embedding.put', ...item } });
      return item;
    },
  });
}
