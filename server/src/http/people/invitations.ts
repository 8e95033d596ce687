import {
  invitationAnswerSchema,
  invitationBodySchema,
  invitationsAnswerSchema,
  newInvitationAnswerSchema,
  type BoardState,
  type InvitationAnswer,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Invitation } from '../../identity/invitations.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { boardParams } from '../params.ts';

const tags = ['people'];
const invitationParams = boardParams.extend({ id: z.string() });

export function requireUnits({ units }: BoardState, named: readonly string[] = []): void {
  const errors = named.flatMap((unit, at) =>
    units.has(unit) ? [] : [{ path: `units.${at}`, message: `no unit "${unit}" on this board` }],
  );
  if (errors.length > 0) throw invalid(errors);
}

export function invitationAnswer({
  units,
  createdAt,
  expiresAt,
  ...rest
}: Invitation): InvitationAnswer {
  const { id, role, uses, usesLeft, state } = rest;
  return {
    id,
    role,
    ...(units.length > 0 ? { units } : {}),
    uses,
    usesLeft,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state,
  };
}

function makeRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/invitations', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Invite somebody with a link',
      description:
        'Whoever opens the link gets the role: a steward, a leader of `units`, a verifier or a ' +
        'spectator of a private board. It works `uses` times within `days`. The link is told in ' +
        'this answer and never again; opening it in a preview uses nothing up.',
      params: boardParams,
      body: invitationBodySchema,
      response: answers({ 201: newInvitationAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      const { body } = request;
      requireUnits(state, body.units);
      const { invitation, token } = await deps.identity.invitations.make(state.board, body);
      const { id, role, units, uses, expiresAt } = invitation;
      const led = units.length > 0 ? { units } : {};
      const terms = { id, role, ...led, uses, expiresAt: expiresAt.toISOString() };
      await commitFact(request, {
        fact: { type: 'invitation.made', ...terms },
        now: deps.clock.now(),
      });
      // After the `#` it is sent to nobody: neither to this server nor to one that previews it.
      const link = `${originOf(request, deps.publicUrl)}/join#${token}`;
      return reply.code(201).send({ ...invitationAnswer(invitation), token, link });
    },
  });
}

export function invitationRoutes(api: Api, deps: HttpDeps): void {
  makeRoute(api, deps);

  api.get('/boards/:board/invitations', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'The invitations of a board, the newest first',
      params: boardParams,
      response: answers({ 200: invitationsAnswerSchema }),
    },
    handler: async (request) => {
      const invitations = await deps.identity.invitations.list(hostOf(request).state.board);
      return { invitations: invitations.map(invitationAnswer) };
    },
  });

  api.delete('/boards/:board/invitations/:id', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Take an invitation back',
      description: 'Who came in by it stays.',
      params: invitationParams,
      response: answers({ 200: invitationAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = request.params;
      const { board } = hostOf(request).state;
      const withdrawn = await deps.identity.invitations.withdraw(board, id);
      if (!withdrawn) throw new Refusal('unknown-invitation');
      const fact = { type: 'invitation.withdrawn' as const, id };
      await commitFact(request, { fact, now: deps.clock.now() });
      return invitationAnswer(withdrawn);
    },
  });
}
