import { draftPlaylist, playlistAnswerSchema, playlistBodySchema } from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { ownIdParams } from '../params.ts';
import { put } from '../put.ts';

const tags = ['displays'];

/** Playlists: what walls show, for how long, on which days and at which times of day. */
export function playlistRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/playlists/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Create or change a playlist',
      description:
        'Scenes take turns in this order while they are due: on `daysOfWeek` (ISO, 1 is Monday) ' +
        'from `from` until `to`, times of day on the clock of the board’s zone. A window over ' +
        'midnight (`to` before `from`) belongs to the day it began on. While none is due, the wall ' +
        'chooses for itself. Walls follow within a second.',
      params: ownIdParams,
      body: playlistBodySchema,
      response: answers({ 200: playlistAnswerSchema, 201: playlistAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const drafted = draftPlaylist(state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { fact } = drafted;
      const item = { id, ...request.body };
      const status = await put(deps, request, state.books.displays.playlists.get(id), {
        item,
        fact,
      });
      return reply.code(status).send(item);
    },
  });

  api.delete('/boards/:board/playlists/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Remove a playlist; walls that had it choose for themselves again',
      params: ownIdParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!hostOf(request).state.books.displays.playlists.has(id))
        throw new Refusal('unknown-playlist');
      const fact = { type: 'playlist.removed' as const, id };
      await commitFact(request, { fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}
