import { devicesAnswerSchema, type DeviceAnswer } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import type { SessionRow } from '../../identity/people.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { personParams, requireMember } from './people.ts';

const tags = ['people'];
const deviceParams = personParams.extend({ device: z.string() });

export function deviceAnswer(session: SessionRow, current: string | undefined): DeviceAnswer {
  const { id, device, signedInAt, seenAt, expiresAt } = session;
  return {
    id,
    device,
    signedInAt: signedInAt.toISOString(),
    lastSeenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === current,
  };
}

/** The one session of a person that is to end, or all that they have. */
async function endingOf(
  { identity }: HttpDeps,
  person: string,
  device: string | undefined,
): Promise<string[]> {
  const sessions = await identity.people.sessionsOf([person]);
  const ending = sessions.filter(({ id }) => device === undefined || id === device);
  if (device !== undefined && ending.length === 0) throw new Refusal('unknown-device');
  return ending.map(({ id }) => id);
}

/** Ends one session of a person, or all of them. */
export async function endDevices(deps: HttpDeps, person: string, device?: string): Promise<void> {
  await deps.identity.people.endSessions(await endingOf(deps, person, device));
}

type OfPerson = FastifyRequest & { params: { person: string } };

/** The same by a steward of the board, whose ledger says so. */
async function signOut(deps: HttpDeps, request: OfPerson, device?: string): Promise<void> {
  const person = await requireReach(deps, request);
  const ending = await endingOf(deps, person, device);
  if (ending.length === 0) return;
  const act =
    device === undefined
      ? { act: 'person-signed-out' as const }
      : { act: 'device-signed-out' as const, id: device };
  await commitAct(request, deps, { ...act, person });
  await deps.identity.people.endSessions(ending);
}

/** A steward of one board does not sign out those who look after all of them. */
async function requireReach({ identity }: HttpDeps, request: OfPerson): Promise<string> {
  const { actor, params } = request;
  requireMember(hostOf(request).state, params.person);
  const found = (await identity.people.find([params.person])).get(params.person);
  const mayAll = actor.kind === 'steward' || (actor.kind === 'person' && actor.isOperator);
  if (found?.operator && !mayAll) throw new Refusal('forbidden');
  return params.person;
}

/** What the people of a board are signed in with, as its stewards see and end it. */
export function deviceRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/people/:person/devices';
  api.get(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'What somebody is signed in with',
      params: personParams,
      response: answers({ 200: devicesAnswerSchema }),
    },
    handler: async (request) => {
      const person = await requireReach(deps, request);
      const { actor } = request;
      const current = actor.kind === 'person' ? actor.credential : undefined;
      const sessions = await deps.identity.people.sessionsOf([person]);
      return { devices: sessions.map((session) => deviceAnswer(session, current)) };
    },
  });

  api.delete(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Sign somebody out everywhere',
      description: 'Their open pages fall silent within two seconds, on every node.',
      params: personParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      await signOut(deps, request);
      return reply.code(204).send();
    },
  });

  api.delete(`${path}/:device`, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Sign out one device of somebody',
      params: deviceParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      await signOut(deps, request, request.params.device);
      return reply.code(204).send();
    },
  });
}
