import { boardAnswerSchema, boardBodySchema, boardsAnswerSchema } from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { authorize, guardedOf } from '../identity/authorize.ts';
import { guard, guardAll, hostOf, seenBy, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import { boardAnswer } from './board-answer.ts';
import type { HttpDeps } from './deps.ts';

const tags = ['boards'];

/** Kept in the ledger when a steward removed the demo: it does not come back at the next start. */
export const demoRemoved = { name: 'demo', value: 'removed' };

export function boardRoutes(api: Api, deps: HttpDeps): void {
  openingRoute(api, deps);
  readingRoutes(api, deps);
  removalRoute(api, deps);
}

function openingRoute(api: Api, { boards }: HttpDeps): void {
  api.post('/boards', {
    preParsing: guardAll('open-board'),
    schema: {
      tags,
      summary: 'Open a board',
      body: boardBodySchema,
      response: answers({ 200: boardAnswerSchema, 201: boardAnswerSchema }),
    },
    handler: async (request, reply) => {
      const outcome = await boards.openBoard(request.body, request.actor.id);
      const host = boards.get(request.body.id);
      if (outcome === 'other' || !host?.state.info) throw new Refusal('board-exists');
      return reply.code(outcome === 'opened' ? 201 : 200).send(boardAnswer(host.state));
    },
  });
}

function readingRoutes(api: Api, deps: HttpDeps): void {
  const { boards } = deps;
  api.get('/boards', {
    schema: {
      tags,
      summary: 'Boards you may see',
      response: answers({ 200: boardsAnswerSchema }),
    },
    handler: async (request) => ({
      boards: boards.all().flatMap((host) => {
        const state = seenBy(request.actor, host, request.isPublicAsked);
        const board = guardedOf(host.state);
        const isSeen = board && authorize(request.actor, 'see', board) === 'allowed';
        return isSeen ? [boardAnswer(state)] : [];
      }),
    }),
  });

  api.get('/boards/:board', {
    preParsing: guard(deps, 'see'),
    schema: { tags, summary: 'A board', response: answers({ 200: boardAnswerSchema }) },
    handler: async (request) => boardAnswer(stateOf(request)),
  });
}

function removalRoute(api: Api, deps: HttpDeps): void {
  const { boards, ledger, origins } = deps;
  api.delete('/boards/:board', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Remove a demo board',
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      if (!state.info?.demo) throw new Refusal('not-a-demo');
      // What is kept there so far is the choice of its data; `keep` alone would leave it.
      await ledger.take(demoRemoved.name);
      await ledger.keep(demoRemoved.name, demoRemoved.value);
      await boards.removeBoard(state.board);
      await origins.forget({ board: state.board });
      return reply.code(204).send();
    },
  });
}
