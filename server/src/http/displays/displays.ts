import {
  displayBodySchema,
  displayIdSchema,
  draftDisplay,
  displaysAnswerSchema,
  namedDisplayAnswerSchema,
  type BoardState,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { boardParams } from '../params.ts';
import { put } from '../put.ts';

const tags = ['displays'];
const displayParams = z.object({ board: z.string(), id: displayIdSchema });

/** Walls that were named, and those that are there or were; named ones first. */
export function listDisplays(state: BoardState, displays: HttpDeps['displays']) {
  const named = state.books.displays.displays;
  const heard = new Map(displays.walls(state.board).map(({ id, ...wall }) => [id, wall]));
  return [...new Set([...named.keys(), ...heard.keys()])].map((id) => {
    const { name = null, playlist = null } = named.get(id) ?? {};
    return { id, name, playlist, wall: heard.get(id) ?? null };
  });
}

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/displays', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Every wall: its name and playlist, whether it is there, and what it shows',
      params: boardParams,
      response: answers({ 200: displaysAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const { playlists, messages } = state.books.displays;
      return {
        seq: state.seq,
        build: deps.displays.build,
        displays: listDisplays(state, deps.displays),
        playlists: [...playlists.values()],
        messages: [...messages.values()],
      };
    },
  });
}

function nameRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/displays/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Name a wall and give it a playlist',
      description: 'A wall follows at once, or when it is back.',
      params: displayParams,
      body: displayBodySchema,
      response: answers({ 200: namedDisplayAnswerSchema, 201: namedDisplayAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const drafted = draftDisplay(state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { fact } = drafted;
      const item = { id, ...request.body };
      const status = await put(deps, request, state.books.displays.displays.get(id), {
        item,
        fact,
      });
      return reply.code(status).send(item);
    },
  });

  api.delete('/boards/:board/displays/:id', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Forget a wall’s name and playlist',
      params: displayParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!hostOf(request).state.books.displays.displays.has(id))
        throw new Refusal('unknown-display');
      const fact = { type: 'display.removed' as const, id };
      await commitFact(request, { fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}

/** Walls as stewards see and name them. */
export function displayRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  nameRoutes(api, deps);
}
