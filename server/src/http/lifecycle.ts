import {
  draftMerger,
  draftRetirement,
  mergerBodySchema,
  mergerPreviewSchema,
  metricAnswerSchema,
  previewMerger,
  retirementBodySchema,
  sectorAnswerSchema,
  slugSchema,
  unitAnswerSchema,
  type BoardState,
  type Retirable,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import { metricAnswer } from './board-answer.ts';
import { commitFact } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { ownIdParams } from './params.ts';
import { Refusal } from '../errors/refusal.ts';

const parts = {
  sector: {
    path: 'sectors',
    schema: sectorAnswerSchema,
    answer: (state: BoardState, id: string) => state.sectors.get(id),
  },
  unit: {
    path: 'units',
    schema: unitAnswerSchema,
    answer: (state: BoardState, id: string) => state.units.get(id),
  },
  metric: {
    path: 'metrics',
    schema: metricAnswerSchema,
    answer: (state: BoardState, id: string) => {
      const metric = state.metrics.get(id);
      return metric && metricAnswer(metric);
    },
  },
} as const;

async function settle(
  deps: HttpDeps,
  request: Pick<FastifyRequest, 'actor' | 'boardHost'>,
  part: { what: Retirable; id: string },
  wish: { retire: boolean; reason?: string | undefined },
): Promise<void> {
  const drafted = draftRetirement(hostOf(request).state, part, wish);
  if (drafted?.kind === 'problems') throw refusalOf(drafted.problems);
  // It is so already: asking again adds nothing.
  if (drafted) await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
}

function retirementRoutes(api: Api, deps: HttpDeps, what: Retirable): void {
  const { path, schema, answer } = parts[what];
  const found = (state: BoardState, id: string) => {
    const part = answer(state, id);
    if (!part) throw new Refusal(`unknown-${what}`);
    return part;
  };
  const address = `/boards/:board/${path}/:id/retirement`;
  const common = { tags: ['vocabulary'], params: ownIdParams, response: answers({ 200: schema }) };
  api.put(address, {
    preParsing: guard(deps, 'manage'),
    schema: {
      ...common,
      summary: `Retire a ${what}`,
      description:
        'Its history stays; it takes nothing new, is not in the pulse and stands still nowhere. ' +
        'Asking again adds nothing.',
      body: retirementBodySchema,
    },
    handler: async (request) => {
      const { id } = request.params;
      await settle(deps, request, { what, id }, { retire: true, reason: request.body.reason });
      return found(hostOf(request).state, id);
    },
  });
  api.delete(address, {
    preParsing: guard(deps, 'manage'),
    schema: {
      ...common,
      summary: `Offer a retired ${what} again`,
      description: 'As if it had never been retired. A unit that was merged stays so.',
    },
    handler: async (request) => {
      const { id } = request.params;
      await settle(deps, request, { what, id }, { retire: false });
      return found(hostOf(request).state, id);
    },
  });
}

const mergerQuery = z.strictObject({ into: slugSchema.describe('The unit that goes on.') });

function mergerPreviewRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/units/:id/merger', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'What making one unit of two would do',
      description:
        'Which results would count for `into`, and whose records change. Nothing is done.',
      params: ownIdParams,
      querystring: mergerQuery,
      response: answers({ 200: mergerPreviewSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const drafted = draftMerger(state, id, request.query);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      return { seq: state.seq, ...previewMerger(state, id, request.query) };
    },
  });
}

function mergerRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/units/:id/merger', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'Make one unit of two',
      description:
        'What the unit achieved counts for `into`, as if they had always been one; the unit is ' +
        'retired, and both names lead to the one that goes on. Units that share a result are two.',
      params: ownIdParams,
      body: mergerBodySchema,
      response: answers({ 200: unitAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = request.params;
      const { into } = request.body;
      const drafted = draftMerger(hostOf(request).state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      const unit = hostOf(request).state.units.get(into);
      if (!unit) throw new Refusal('unknown-unit');
      return unit;
    },
  });
}

/** What goes: retired sectors, units and metrics, and units that were one all along. */
export function lifecycleRoutes(api: Api, deps: HttpDeps): void {
  for (const what of ['sector', 'unit', 'metric'] as const) retirementRoutes(api, deps, what);
  mergerPreviewRoute(api, deps);
  mergerRoute(api, deps);
}
