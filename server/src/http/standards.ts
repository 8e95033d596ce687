import {
  draftStandard,
  standardBodySchema,
  standardDetail,
  standardDetailSchema,
  standardRow,
  standardsAnswerSchema,
  type BoardState,
  type StandardDetail,
} from '@emulation/shared';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import { commitFact } from './commit.ts';
import { conditioned } from './condition.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { boardParams, ownIdParams } from './params.ts';

const tags = ['standards'];

function detailOf(state: BoardState, id: string, now: number): StandardDetail {
  const metric = state.metrics.get(id);
  if (!metric) throw new Refusal('unknown-metric');
  const detail = standardDetail(state, metric, state.zone.dayAt(now));
  if (!detail) throw new Refusal('unknown-standard');
  return detail;
}

export function standardRoutes(api: Api, deps: HttpDeps): void {
  readingRoutes(api, deps);
  settingRoute(api, deps);
}

function readingRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/standards', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The standards of all metrics and how many units reach them',
      params: boardParams,
      response: answers({ 200: standardsAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const today = state.zone.dayAt(deps.clock.now());
      const standards = [...state.metrics.values()].flatMap(
        (metric) => standardRow(state, metric, today) ?? [],
      );
      return { seq: state.seq, standards };
    },
  });

  api.get('/boards/:board/metrics/:id/standard', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The standard of a metric, every active unit before it, and its history',
      params: ownIdParams,
      response: answers({ 200: standardDetailSchema }),
    },
    handler: async (request) => detailOf(stateOf(request), request.params.id, deps.clock.now()),
  });
}

function settingRoute(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/metrics/:id/standard', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Raise the standard of a metric',
      description:
        'To a better level than before, with the `result` that proved it; a worse level lowers it ' +
        'and takes a `reason`. It never moves while a running drive has the metric as a task.',
      params: ownIdParams,
      body: standardBodySchema,
      response: answers({ 200: standardDetailSchema, 201: standardDetailSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const now = deps.clock.now();
      const isNew = !state.books.standards.has(id);
      const drafted = draftStandard(state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      if (drafted.kind === 'fact')
        await commitFact(request, { fact: conditioned(request, drafted.fact), now });
      return reply.code(isNew ? 201 : 200).send(detailOf(hostOf(request).state, id, now));
    },
  });
}
