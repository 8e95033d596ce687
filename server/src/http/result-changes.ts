import {
  changeAnswerSchema,
  checkChangeable,
  consequences,
  correctionBodySchema,
  dependentsOf,
  draftCorrection,
  findResult,
  previewChange,
  reasonSchema,
  verificationBodySchema,
  type Applied,
  type BoardState,
  type ChangeAnswer,
  type Dependents,
  type Drafted,
  type Fact,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import type { Action } from '../identity/authorize.ts';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import { commitFact } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { resultParams } from './params.ts';
import { previewQuerySchema } from './query.ts';
import { requirePictures } from './require-pictures.ts';

interface ChangeRequest extends Pick<FastifyRequest, 'actor' | 'boardHost'> {
  params: { id: string };
  query: { preview: boolean };
}

interface Changed {
  applied: Applied;
  seq: number;
  preview: boolean;
  /** How drives and titles stood before, and when (ms) that was asked. */
  before: Dependents;
  now: number;
}

function changeAnswer(
  state: BoardState,
  id: string,
  { applied, seq, preview, before, now }: Changed,
): ChangeAnswer {
  const result = findResult(state, id);
  if (!result) throw new Refusal('unknown-result');
  const { lost = [], gained = [], records = [], ranking = [] } = applied.revision ?? {};
  return {
    id: result.id,
    seq,
    preview,
    result,
    lost,
    gained,
    records,
    ranking,
    ...consequences(state, before, dependentsOf(state, result.metric, now)),
    happenings: applied.happenings,
  };
}

/** Changes a result, or with `preview` says what that would do. */
export async function change(
  deps: HttpDeps,
  request: ChangeRequest,
  drafted: Drafted<Fact>,
): Promise<ChangeAnswer> {
  if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
  const { state } = hostOf(request);
  const { id } = request.params;
  const now = deps.clock.now();
  const before = dependentsOf(state, findResult(state, id)?.metric ?? '', now);
  if (request.query.preview) {
    const at = new Date(now).toISOString();
    const { board, epoch, seq } = state;
    const entry = { board, epoch, seq: seq + 1, at, actor: request.actor.id, fact: drafted.fact };
    const applied = previewChange(state, entry);
    return changeAnswer(applied.state, id, { applied, seq, preview: true, before, now });
  }
  const { entry, applied } = await commitFact(request, { fact: drafted.fact, now });
  // Read anew: the host holds another state once its board is in another epoch.
  const after = hostOf(request).state;
  return changeAnswer(after, id, { applied, seq: entry.seq, preview: false, before, now });
}

/** A fact about a result that may still be changed. */
export function draftJudgement(
  state: BoardState,
  id: string,
  makeFact: (result: number) => Fact,
): Drafted<Fact> {
  const target = checkChangeable(state, id);
  if ('problem' in target) return { kind: 'problems', problems: [target.problem] };
  return { kind: 'fact', fact: makeFact(target.seq) };
}

const annulmentBody = z.strictObject({ reason: reasonSchema });

export function changeRoute<B extends z.ZodType>(
  deps: HttpDeps,
  summary: string,
  body: B,
  action: Action = 'judge-result',
) {
  return {
    preParsing: guard(deps, action),
    schema: {
      tags: ['results'],
      summary,
      params: resultParams,
      querystring: previewQuerySchema,
      body,
      response: answers({ 200: changeAnswerSchema }),
    },
  };
}

export function resultChangeRoutes(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/results/:id/verification', {
    ...changeRoute(deps, 'Verify a result', verificationBodySchema),
    handler: async (request) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      if (findResult(state, id)?.state === 'verified') throw new Refusal('verified');
      const { reason, evidence } = request.body ?? {};
      await requirePictures(deps, state.board, { evidence });
      const drafted = draftJudgement(state, id, (result) => ({
        type: 'result.verified',
        result,
        ...(reason === undefined ? {} : { reason }),
        ...(evidence === undefined ? {} : { evidence }),
      }));
      return change(deps, request, drafted);
    },
  });

  api.post('/boards/:board/results/:id/annulment', {
    ...changeRoute(deps, 'Annul a result', annulmentBody),
    handler: async (request) => {
      const { reason } = request.body;
      const drafted = draftJudgement(hostOf(request).state, request.params.id, (result) => {
        return { type: 'result.annulled', result, reason };
      });
      return change(deps, request, drafted);
    },
  });

  api.post('/boards/:board/results/:id/correction', {
    ...changeRoute(deps, 'Correct a result', correctionBodySchema),
    handler: async (request) => {
      const { state } = hostOf(request);
      const now = deps.clock.now();
      return change(deps, request, draftCorrection(state, request.params.id, request.body, now));
    },
  });
}
