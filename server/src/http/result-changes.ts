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
  type Seen,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { signatureOf } from '../identity/actor.ts';
import type { Action } from '../identity/authorize.ts';
import { guard, hostFor, hostOf, mayOn, seesHidden } from './access.ts';
import { answers, type Api } from './api.ts';
import { commitFact } from './commit.ts';
import type { Host, HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { resultParams } from './params.ts';
import { previewQuerySchema } from './query.ts';
import { requirePictures } from './require-pictures.ts';

interface ChangeRequest extends FastifyRequest {
  params: { id: string };
  query: { preview: boolean };
}

/** A change that is asked for, made into a fact by the board as it stands. */
export interface Ask {
  draft(state: BoardState): Drafted<Fact>;
  /** In whose name, where it depends on that who may; otherwise that of the result's unit. */
  unit?: string | undefined;
  /** What goes along with it: pictures were uploaded before. */
  evidence?: Parameters<typeof requirePictures>[2]['evidence'];
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

function draftedIn(state: BoardState, ask: Ask): Fact {
  const drafted = ask.draft(state);
  if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
  return drafted.fact;
}

/**
 * Lets through who may change this result. A hidden one is there only for those who see what is
 * hidden, and for its own units.
 */
function hostOfResult(request: ChangeRequest, { unit }: Ask): Host {
  const { seenHost, wanted } = request;
  if (!seenHost || !wanted) return hostOf(request);
  const { id } = request.params;
  const result = findResult(seenHost.state, id);
  const parties = result ? [result.unit, ...result.partners.map((one) => one.unit)] : [];
  const isKnown =
    seesHidden(request) ||
    findResult(seenHost.publicState, id) !== undefined ||
    parties.some((party) => mayOn(request, { units: [party] }));
  if (!result || !isKnown) throw new Refusal('unknown-result');
  const speaks = wanted === 'speak-for-unit';
  const units = speaks ? [unit].filter((one) => one !== undefined) : [result.unit];
  return hostFor(request, { units, isVerified: result.state === 'verified' });
}

/** Says what a change would do; nothing is changed. */
function preview(state: BoardState, request: ChangeRequest, ask: Ask, now: number): ChangeAnswer {
  const { id } = request.params;
  const fact = draftedIn(state, ask);
  const before = dependentsOf(state, findResult(state, id)?.metric ?? '', now);
  const at = new Date(now).toISOString();
  const { board, epoch, seq } = state;
  const actor = signatureOf(request.actor, state);
  const applied = previewChange(state, { board, epoch, seq: seq + 1, at, actor, fact });
  return changeAnswer(applied.state, id, { applied, seq, preview: true, before, now });
}

/** Of a hidden result its own units are told that it was changed, and not what that did. */
function hiddenAnswer({ state, publicState }: Host, id: string, isPreview: boolean): ChangeAnswer {
  const result = findResult(state, id);
  if (!result) throw new Refusal('unknown-result');
  const { seq } = publicState;
  const nothing = { lost: [], gained: [], records: [], ranking: [], drives: [], honours: [] };
  return { id: result.id, seq, preview: isPreview, result, ...nothing, happenings: [] };
}

/** Changes a result, or with `preview` says what that would do. */
export async function change(
  deps: HttpDeps,
  request: ChangeRequest,
  ask: Ask,
): Promise<ChangeAnswer> {
  const host = hostOfResult(request, ask);
  await requirePictures(deps, host.state.board, ask);
  const { id } = request.params;
  const now = deps.clock.now();
  const fact = draftedIn(host.state, ask);
  const sight = (): BoardState => (seesHidden(request) ? host.state : host.publicState);
  const isHidden = findResult(sight(), id) === undefined;
  if (request.query.preview)
    return isHidden ? hiddenAnswer(host, id, true) : preview(sight(), request, ask, now);
  const before = dependentsOf(sight(), findResult(sight(), id)?.metric ?? '', now);
  const writer = { actor: request.actor, boardHost: host };
  const { entry, applied, seen } = await commitFact(writer, { fact, now });
  if (isHidden) return hiddenAnswer(host, id, false);
  const told = seesHidden(request) ? { applied, seq: entry.seq } : publicly(host, seen);
  // Read anew: the host holds another state once its board is in another epoch.
  return changeAnswer(sight(), id, { ...told, preview: false, before, now });
}

function publicly({ publicState: { seq } }: Host, seen: Seen | undefined) {
  if (seen) return { applied: seen.applied, seq: seen.applied.seq };
  return { applied: { seq, happenings: [], touched: {} }, seq };
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
      const { id } = request.params;
      if (findResult(hostOf(request).state, id)?.state === 'verified')
        throw new Refusal('verified');
      const { reason, evidence } = request.body ?? {};
      return change(deps, request, {
        evidence,
        draft: (state) =>
          draftJudgement(state, id, (result) => ({
            type: 'result.verified',
            result,
            ...(reason === undefined ? {} : { reason }),
            ...(evidence === undefined ? {} : { evidence }),
          })),
      });
    },
  });

  api.post('/boards/:board/results/:id/annulment', {
    ...changeRoute(deps, 'Annul a result', annulmentBody, 'withdraw-result'),
    handler: async (request) => {
      const { reason } = request.body;
      const { id } = request.params;
      return change(deps, request, {
        draft: (state) =>
          draftJudgement(state, id, (result) => ({ type: 'result.annulled', result, reason })),
      });
    },
  });

  api.post('/boards/:board/results/:id/correction', {
    ...changeRoute(deps, 'Correct a result', correctionBodySchema, 'correct-result'),
    handler: async (request) => {
      const { params, body } = request;
      const now = deps.clock.now();
      return change(deps, request, {
        draft: (state) => draftCorrection(state, params.id, body, now),
      });
    },
  });
}
