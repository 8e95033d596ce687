import {
  candidatesOf,
  draftHonour,
  honourAnswerSchema,
  honourBodySchema,
  honoursAnswerSchema,
  modelUnits,
  modelUnitsAnswerSchema,
  reasonSchema,
  type BoardState,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { requireKnown } from '../known.ts';
import { boardParams, ownIdParams, resultParams } from '../params.ts';
import { daySchema, refuseReversed } from '../query.ts';

const tags = ['honours'];

export function honourOf(state: BoardState, id: string) {
  const honour = state.books.honours.honours.get(id);
  if (!honour) throw new Refusal('unknown-honour');
  return honour;
}

function awardRoute(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/honours/:id', {
    preParsing: guard(deps, 'award'),
    schema: {
      tags,
      summary: 'Award an honour; it stays as it was awarded',
      params: ownIdParams,
      body: honourBodySchema,
      response: answers({ 200: honourAnswerSchema, 201: honourAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const drafted = draftHonour(hostOf(request).state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      if (drafted.kind === 'same') return reply.code(200).send(drafted.honour);
      await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      return reply.code(201).send(honourOf(hostOf(request).state, id));
    },
  });
}

function withdrawalRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/honours/:id/withdrawal', {
    preParsing: guard(deps, 'award'),
    schema: {
      tags,
      summary: 'Withdraw an honour; it stays readable with the reason',
      params: resultParams,
      body: z.strictObject({ reason: reasonSchema }),
      response: answers({ 200: honourAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = request.params;
      const { reason } = request.body;
      if (honourOf(hostOf(request).state, id).withdrawn) throw new Refusal('honour-withdrawn');
      const fact = { type: 'honour.withdrawn' as const, id, reason };
      await commitFact(request, { fact, now: deps.clock.now() });
      return honourOf(hostOf(request).state, id);
    },
  });
}

export const honoursQuery = z.strictObject({ unit: z.string().optional() });

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/honours', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Titles, who would win them now, and honours as they were awarded',
      params: boardParams,
      querystring: honoursQuery,
      response: answers({ 200: honoursAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { unit } = request.query;
      requireKnown(state, { unit });
      const { titles, honours } = state.books.honours;
      const now = deps.clock.now();
      const isWanted = (row: { unit: string }) => unit === undefined || row.unit === unit;
      return {
        seq: state.seq,
        titles: [...titles.values()],
        candidates: [...titles.values()]
          .flatMap((title) => candidatesOf(state, title, now))
          .filter(isWanted),
        honours: [...honours.values()].filter(isWanted).reverse(),
      };
    },
  });
}

export const modelUnitsQuery = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
});

function modelUnitRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/model-units', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Units by the example they set: records, help, and experience given and taken',
      params: boardParams,
      querystring: modelUnitsQuery,
      response: answers({ 200: modelUnitsAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      refuseReversed(request.query);
      const { from = -Infinity, to = Infinity } = request.query;
      return { seq: state.seq, rows: modelUnits(state, { from, to }) };
    },
  });
}

/** Honours, their candidates, and the ranking of model units. */
export function honourRoutes(api: Api, deps: HttpDeps): void {
  awardRoute(api, deps);
  withdrawalRoute(api, deps);
  listRoute(api, deps);
  modelUnitRoute(api, deps);
}
