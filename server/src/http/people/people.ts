import {
  memberAnswerSchema,
  memberBodySchema,
  membersAnswerSchema,
  signInRulesSchema,
  type BoardState,
  type Member,
  type MemberAnswer,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import type { Identity } from '../../identity/identity.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { put } from '../put.ts';
import { requireUnits } from './invitations.ts';
import { requireSteward } from './last-steward.ts';

const tags = ['people'];
export const personParams = boardParams.extend({ person: z.string() });

export function requireMember({ books }: BoardState, person: string): Member {
  const member = books.members.people.get(person);
  if (!member) throw new Refusal('unknown-person');
  return member;
}

/** Members with what the store of people knows of them. */
export async function membersOf(
  { people }: Identity,
  members: readonly (readonly [string, Member])[],
): Promise<MemberAnswer[]> {
  const ids = members.map(([person]) => person);
  const [known, sessions, waysIn] = await Promise.all([
    people.find(ids),
    people.sessionsOf(ids),
    people.waysIn(ids),
  ]);
  return members.map(([person, { role, units, since, group }]) => {
    const own = sessions.filter((session) => session.person === person);
    const name = known.get(person)?.name;
    const lastSeenAt = own[0]?.seenAt.toISOString();
    return {
      person,
      ...(name === undefined ? {} : { name }),
      role,
      ...(units.length > 0 ? { units: [...units] } : {}),
      since,
      ...(group === undefined ? {} : { group }),
      waysIn: waysIn.get(person) ?? { password: false, passkeys: 0 },
      sessions: own.length,
      ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    };
  });
}

function roleRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/people/:person', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Change what somebody may do on the board',
      description: 'It holds at once, on every node. People come in by an invitation.',
      params: personParams,
      body: memberBodySchema,
      response: answers({ 200: memberAnswerSchema }),
    },
    handler: async (request) => {
      const { person } = request.params;
      const { state } = hostOf(request);
      const { role, units } = request.body;
      const { since, ...existing } = requireMember(state, person);
      if (role !== 'steward') requireSteward(state, person, request.actor);
      requireUnits(state, units);
      const led = units === undefined ? {} : { units };
      // Said also where only a group said the same: by hand it is no group's to take away.
      await put(deps, request, existing, {
        item: { role, units: units ?? [] },
        fact: { type: 'member.set', person, role, ...led },
      });
      const [answer] = await membersOf(deps.identity, [
        [person, { role, units: units ?? [], since }],
      ]);
      if (!answer) throw new Refusal('unknown-person');
      return answer;
    },
  });
}

function removalRoute(api: Api, deps: HttpDeps): void {
  api.delete('/boards/:board/people/:person', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Take somebody off the board',
      description:
        'Their screens fall silent within two seconds; what they posted stays. The last ' +
        'steward of a board is taken off with the steward token alone.',
      params: personParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { person } = request.params;
      const { state } = hostOf(request);
      requireMember(state, person);
      requireSteward(state, person, request.actor);
      const fact = { type: 'member.removed' as const, person };
      await commitFact(request, { fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}

function signInRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/sign-in';
  const response = answers({ 200: signInRulesSchema });
  api.get(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'How long people of the board stay signed in',
      params: boardParams,
      response,
    },
    handler: async (request) => ({ days: hostOf(request).state.books.members.signedInDays }),
  });

  api.put(path, {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'Set how long people of the board stay signed in',
      description:
        'Days since a phone or browser signed in. Who is signed in for longer is signed out then.',
      params: boardParams,
      body: signInRulesSchema,
      response,
    },
    handler: async (request) => {
      const { members } = hostOf(request).state.books;
      const { days } = request.body;
      const fact = { type: 'sign-in.ruled' as const, days };
      await put(deps, request, { days: members.signedInDays }, { item: { days }, fact });
      await deps.identity.people.shorten([...members.people.keys()], days);
      return { days };
    },
  });
}

/** Who may do what on a board, as its stewards see and change it. */
export function peopleRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/people', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags,
      summary: 'The people of a board',
      params: boardParams,
      response: answers({ 200: membersAnswerSchema }),
    },
    handler: async (request) => {
      const { people } = hostOf(request).state.books.members;
      return { people: await membersOf(deps.identity, [...people]) };
    },
  });

  roleRoutes(api, deps);
  removalRoute(api, deps);
  signInRoutes(api, deps);
}
