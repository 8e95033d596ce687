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
} from '@emulation/shared';
import { z } from 'zod';
import { hostOf } from './access.ts';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { resultParams } from './params.ts';
import { requirePictures } from './require-pictures.ts';
import { change, changeRoute, draftJudgement } from './result-changes.ts';

const result = '/boards/:board/results/:id';
const objectionParams = resultParams.extend({ objection: z.string() });
const rejectionBody = z.strictObject({ reason: reasonSchema });

/** What units say about a result: it was not us, we saw it, we object. */
function unitRoutes(api: Api, deps: HttpDeps): void {
  api.post(`${result}/decline`, {
    ...changeRoute(deps, 'Decline a part in a joint result', declineBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { state } = hostOf(request);
      return change(deps, request, draftDecline(state, request.params.id, request.body));
    },
  });

  api.post(`${result}/attestation`, {
    ...changeRoute(deps, 'Attest a result', attestationBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { state } = hostOf(request);
      await requirePictures(deps, state.board, request.body);
      const now = deps.clock.now();
      return change(deps, request, draftAttestation(state, request.params.id, request.body, now));
    },
  });

  api.post(`${result}/objections`, {
    ...changeRoute(deps, 'Object to a result', objectionBodySchema, 'speak-for-unit'),
    handler: async (request) => {
      const { state } = hostOf(request);
      await requirePictures(deps, state.board, request.body);
      const now = deps.clock.now();
      return change(deps, request, draftObjection(state, request.params.id, request.body, now));
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
      return change(deps, request, draftSettlement(hostOf(request).state, id, body));
    },
  });

  api.post(`${result}/rejection`, {
    ...changeRoute(deps, 'Reject a result: it is not recognised', rejectionBody),
    handler: async (request) => {
      const { reason } = request.body;
      const drafted = draftJudgement(hostOf(request).state, request.params.id, (seq) => {
        return { type: 'result.rejected', result: seq, reason };
      });
      return change(deps, request, drafted);
    },
  });
}
