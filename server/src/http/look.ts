import { lookAnswerSchema, lookBodySchema, type Look, type LookBody } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { measurePicture } from '../uploads/picture.ts';
import { guard, hostOf, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { boardParams } from './params.ts';
import { put } from './put.ts';

const tags = ['boards'];

/** The logo of a body with its size; one that was never uploaded is refused. */
async function resolveLogo(
  { uploads }: HttpDeps,
  request: FastifyRequest,
  { logo }: LookBody,
): Promise<Pick<Look, 'logo'>> {
  if (!logo) return {};
  const { state } = hostOf(request);
  const held = state.books.look.logo?.id === logo.id ? state.books.look.logo : undefined;
  const bytes = held ? undefined : await uploads.find(state.board, logo.id, 'full');
  const size = held ?? (bytes && (await measurePicture(bytes)));
  if (!size) {
    const message = 'no such picture was uploaded to this board';
    throw refusalOf([{ kind: 'unknown-picture', path: 'logo.id', message }]);
  }
  const { width, height } = size;
  return { logo: { id: logo.id, width, height, ...(logo.alt ? { alt: logo.alt } : {}) } };
}

export function lookRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/look', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The board’s own colours, logo and language',
      params: boardParams,
      response: answers({ 200: lookAnswerSchema }),
    },
    handler: async (request) => stateOf(request).books.look,
  });

  api.put('/boards/:board/look', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Give the board colours, a logo and a language of its own',
      description:
        'The whole look: what is left out is as on every board. `accent` and `second` are shown ' +
        'as given wherever they reach 3 : 1 on the ground; where they do not, pages mix them with ' +
        'up to 40 % black or white, and a colour that does not reach it even so is 400 with the ' +
        'ratio. Words on and in the colour always reach 4.5 : 1. `logo.id` is that of an uploaded ' +
        'picture; `language` is what the board speaks to whoever chose none.',
      params: boardParams,
      body: lookBodySchema,
      response: answers({ 200: lookAnswerSchema }),
    },
    handler: async (request) => {
      const { logo: _, ...plain } = request.body;
      const item: Look = { ...plain, ...(await resolveLogo(deps, request, request.body)) };
      const { look } = hostOf(request).state.books;
      await put(deps, request, look, { item, fact: { type: 'look.put', ...item } });
      return item;
    },
  });
}
