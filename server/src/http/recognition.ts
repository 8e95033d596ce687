import {
  attestationBodySchema,
  declineBodySchema,
  draftAttestation,
  draftDecline,
  draftObjection,
  draftSettlement,
  objectionBodySchema,
  reasonSchema,
  settlementBodySchema,
  type BoardState,
} from '@emulation/shared';
import { z } from 'zod';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { resultParams } from './params.ts';
import { change, changeRoute, draftJudgement } from './result-changes.ts';

const result = '/boards/:board/results/:id';
const objectionParams = resultParams.extend({ objection: z.string() });
const rejectionBody = z.strictObject({ reason: reasonSchema });

/** What units say about a result: it was not us, we saw it, we object. */
function unitRoutes(api: Api, deps: HttpDeps): void {
  api.post(`${result}/decline`, {
    ...changeRoute(deps, 'Decline a part in a joint result', declineBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { params, body } = request;
      const draft = (state: BoardState) => draftDecline(state, params.id, body);
      return change(deps, request, { unit: body.unit, draft });
    },
  });

  api.post(`${result}/attestation`, {
    ...changeRoute(deps, 'Attest a result', attestationBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { params, body } = request;
      const now = deps.clock.now();
      const draft = (state: BoardState) => draftAttestation(state, params.id, body, now);
      return change(deps, request, { unit: body.unit, evidence: body.evidence, draft });
    },
  });

  api.post(`${result}/objections`, {
    ...changeRoute(deps, 'Object to a result', objectionBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { params, body } = request;
      const now = deps.clock.now();
      const draft = (state: BoardState) => draftObjection(state, params.id, body, now);
      return change(deps, request, { unit: body.unit, evidence: body.evidence, draft });
    },
  });
}

export function recognitionRoutes(api: Api, deps: HttpDeps): void {
  unitRoutes(api, deps);

  const settlement = changeRoute(deps, 'Settle an objection', settlementBodySchema);
  api.post(`${result}/objections/:objection/settlement`, {
    ...settlement,
    schema: { ...settlement.schema, params: objectionParams },
    handler: async (request) => {
      const { id, objection } = request.params;
      const body = { ...request.body, objection };
      return change(deps, request, { draft: (state) => draftSettlement(state, id, body) });
    },
  });

  api.post(`${result}/rejection`, {
    ...changeRoute(deps, 'Reject a result: it is not recognised', rejectionBody),
    handler: async (request) => {
      const { reason } = request.body;
      const { id } = request.params;
      return change(deps, request, {
        draft: (state) =>
          draftJudgement(state, id, (seq) => ({ type: 'result.rejected', result: seq, reason })),
      });
    },
  });
}
