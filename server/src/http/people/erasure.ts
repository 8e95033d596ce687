import type { Fact } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Origin } from '../../audit/origins.ts';
import { Refusal } from '../../errors/refusal.ts';
import { signatureOf, type Actor } from '../../identity/actor.ts';
import { authorize, guardedOf } from '../../identity/authorize.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { Host, HttpDeps } from '../deps.ts';
import { requestOrigin, watchedHost } from '../watched-host.ts';
import { requireSteward } from './last-steward.ts';
import { personParams } from './people.ts';

interface Erasure {
  person: string;
  by: Actor;
  /** From which board it was asked: it keeps who erased them also where they are on none. */
  board?: string;
  /** Where it was asked from; not of people who erase themselves. */
  origin?: Origin;
}

const looksAfterAll = (actor: Actor): boolean =>
  actor.kind === 'steward' || (actor.kind === 'person' && actor.isOperator);

const isOn = (person: string, { state }: Host): boolean => state.books.members.people.has(person);

/** Everything that can stand against it is looked at before anything is done. */
async function requireErasable(
  { identity, boards }: HttpDeps,
  { person, by }: Erasure,
): Promise<void> {
  const isSelf = by.kind === 'person' && by.person === person;
  const found = (await identity.people.find([person])).get(person);
  if (found?.operator && !looksAfterAll(by)) throw new Refusal('forbidden');
  for (const host of boards.all().filter((each) => isOn(person, each))) {
    const may = isSelf || authorize(by, 'manage-people', guardedOf(host.state)) === 'allowed';
    if (!may) throw new Refusal('on-other-boards');
    requireSteward(host.state, person, by);
  }
  if (found?.operator && by.kind !== 'steward' && (await identity.people.isLastOperator(person)))
    throw new Refusal('last-steward', {
      detail: 'Nobody would be left to look after this server: only its steward token can do this.',
    });
}

/** Boards whose ledger is to say so: those they are on, and the one that was asked. */
function concerned({ boards }: HttpDeps, { person, board }: Erasure): Host[] {
  return boards
    .all()
    .filter(
      (host) =>
        isOn(person, host) ||
        (host.state.board === board && !host.state.books.members.erased.has(person)),
    );
}

/**
 * A person goes from everywhere, and their acts stay under an id that leads to nobody. Roles first:
 * where it breaks off, whoever asked may ask again and it goes on.
 */
export async function erasePerson(deps: HttpDeps, erasure: Erasure): Promise<void> {
  const { person, by, origin } = erasure;
  await requireErasable(deps, erasure);
  const fact: Fact = { type: 'member.removed', person, erased: true };
  for (const host of concerned(deps, erasure)) {
    const at = new Date(deps.clock.now()).toISOString();
    const through = origin ? watchedHost(host, deps.origins, origin) : host;
    await through.commit([{ fact, actor: signatureOf(by, host.state), at }], 'refuse');
  }
  await deps.identity.people.erase(person);
  await deps.origins.forget({ person });
}

/** Somebody of this board, or erased from here before; of any, for those who look after all. */
async function requireKnown(
  { identity }: HttpDeps,
  request: FastifyRequest & { params: { person: string } },
): Promise<void> {
  const { person } = request.params;
  const { members } = hostOf(request).state.books;
  if (members.people.has(person) || members.erased.has(person)) return;
  const mayAny = looksAfterAll(request.actor);
  if (!mayAny || !(await identity.people.find([person])).has(person))
    throw new Refusal('unknown-person');
}

export function erasureRoutes(api: Api, deps: HttpDeps): void {
  api.delete('/boards/:board/people/:person/account', {
    preParsing: guard(deps, 'manage-people'),
    schema: {
      tags: ['people'],
      summary: 'Erase a person',
      description:
        'Name, password, passkeys, sessions, roles on every board and where they acted from go at ' +
        'once, everywhere; what they posted stays under an id that leads to nobody, and the hash ' +
        'chain still verifies. For stewards of every board they are on; a second time changes ' +
        'nothing. Backups of the folder of data that were made before still hold the name.',
      params: personParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      await requireKnown(deps, request);
      const { board, person } = request.params;
      const origin = requestOrigin(request);
      const isSelf = request.actor.kind === 'person' && request.actor.person === person;
      await erasePerson(deps, {
        ...{ person, board, by: request.actor },
        ...(isSelf ? {} : { origin }),
      });
      return reply.code(204).send();
    },
  });
}
