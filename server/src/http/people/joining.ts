import {
  acceptedAnswerSchema,
  openedInvitationSchema,
  personNameSchema,
  type BoardState,
  type Member,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Invitation, OpenedLink } from '../../identity/invitations.ts';
import { tooMany } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { Host, HttpDeps } from '../deps.ts';
import { setCookies } from '../set-cookies.ts';
import { requestOrigin, watchedHost } from '../watched-host.ts';

const tags = ['people'];
const token = z.string().min(1).max(200);
const openingBody = z.strictObject({ token });
const acceptanceBody = z.strictObject({
  token,
  /** Not where you are signed in already. */
  name: personNameSchema.optional(),
});

interface Opened {
  invitation: Invitation;
  host: Host;
}

/** What a link leads to; who tries links that never were waits like who tries passwords. */
async function follow(
  { identity, boards, clock }: HttpDeps,
  request: FastifyRequest,
  find: () => Promise<OpenedLink>,
): Promise<Opened> {
  const wait = identity.failures.waitSeconds(request.ip, clock.now());
  if (wait > 0) throw tooMany(wait);
  const link = await find();
  if (link.kind === 'unknown') {
    identity.failures.note(request.ip, clock.now());
    throw new Refusal('unknown-invitation');
  }
  const host = link.kind === 'open' ? boards.get(link.invitation.board) : undefined;
  if (link.kind === 'spent' || !host?.state.info) throw new Refusal('spent-invitation');
  return { invitation: link.invitation, host };
}

/** What somebody is after accepting: who leads units already leads them all. */
function joined(invitation: Invitation, existing: Member | undefined): Invitation {
  if (existing?.role === 'steward' && invitation.role !== 'steward')
    throw new Refusal('steward-already');
  if (existing?.role !== 'leader' || invitation.role !== 'leader') return invitation;
  const units = [...new Set([...existing.units, ...invitation.units])].sort();
  return { ...invitation, units };
}

function unitsOf({ units }: BoardState, named: readonly string[]) {
  return named.map((id) => ({ id, name: units.get(id)?.name ?? id }));
}

interface Joining {
  host: Host;
  invitation: Invitation;
  person: string;
}

async function join({ clock }: HttpDeps, { host, invitation, person }: Joining): Promise<void> {
  const { role, units, id } = invitation;
  const led = units.length > 0 ? { units } : {};
  const fact = { type: 'member.set' as const, person, role, ...led, invitation: id };
  const at = new Date(clock.now()).toISOString();
  await host.commit([{ fact, actor: `${role}:${person}`, at }], 'refuse');
}

function acceptanceRoute(api: Api, deps: HttpDeps): void {
  const { identity } = deps;
  const { invitations, people, sessions } = identity;
  api.post('/invitations/acceptance', {
    schema: {
      tags,
      summary: 'Accept an invitation',
      description:
        'Makes an account under `name` and signs in, or adds the role to who is signed in. Used ' +
        'up, taken back or too old: 410.',
      body: acceptanceBody,
      response: answers({ 200: acceptedAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { body, actor } = request;
      const known = actor.kind === 'person' ? actor.person : undefined;
      const { host, invitation: open } = await follow(deps, request, () =>
        invitations.open(body.token),
      );
      const existing = known && host.state.books.members.people.get(known);
      const invitation = joined(open, existing || undefined);
      if (known === undefined && body.name === undefined)
        throw invalid([{ path: 'name', message: 'say what you are called' }]);
      await follow(deps, request, () => invitations.take(body.token));
      try {
        const person = known ?? (await people.create({ name: body.name ?? '' }));
        const through = watchedHost(host, deps.origins, requestOrigin(request));
        await join(deps, { host: through, invitation, person });
        if (known === undefined)
          setCookies(
            deps,
            request,
            reply,
            await sessions.open(person, request.headers['user-agent']),
          );
      } catch (error) {
        await invitations.giveBack(invitation).catch(() => undefined);
        throw error;
      }
      const { role, units } = invitation;
      return { board: host.state.board, role, units };
    },
  });
}

/** The way in for somebody who has a link. The token stands in bodies, never in an address. */
export function joiningRoutes(api: Api, deps: HttpDeps): void {
  api.post('/invitations/opening', {
    schema: {
      tags,
      summary: 'See what an invitation is for',
      description: 'It uses nothing up.',
      body: openingBody,
      response: answers({ 200: openedInvitationSchema }),
    },
    handler: async (request) => {
      const { host, invitation } = await follow(deps, request, () =>
        deps.identity.invitations.open(request.body.token),
      );
      const { info, board } = host.state;
      return {
        board: { id: board, name: info?.name ?? board },
        role: invitation.role,
        units: unitsOf(host.state, invitation.units),
        expiresAt: invitation.expiresAt.toISOString(),
      };
    },
  });

  acceptanceRoute(api, deps);
}
