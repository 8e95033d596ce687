import type { BoardState, MemberRole } from '@emulation/shared';

/** Somebody with an account. */
export interface Person {
  kind: 'person';
  id: `person:${string}`;
  /** The opaque id by which boards know them. */
  person: string;
  /** A steward of the whole server: let in by the set-up link. */
  isOperator: boolean;
  /** What they are signed in with: it can be ended while a socket is open. */
  credential: string;
}

/** A machine or a screen with a token of one board. */
export interface Machine {
  kind: 'machine';
  id: `machine:${string}`;
  board: string;
  /** Id of its token. */
  token: string;
}

/** Who acts. */
export type Actor =
  | { kind: 'anonymous'; id: 'anonymous' }
  | { kind: 'steward'; id: 'steward:token' }
  | Machine
  | Person;

export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous' };
export const stewardByToken: Actor = { kind: 'steward', id: 'steward:token' };

/** What somebody is on a board. */
export function roleOn(
  actor: Actor,
  members: ReadonlyMap<string, { role: MemberRole }>,
): MemberRole | undefined {
  if (actor.kind === 'steward') return 'steward';
  if (actor.kind !== 'person') return undefined;
  return actor.isOperator ? 'steward' : members.get(actor.person)?.role;
}

/** The person of an actor as the ledger keeps it, whatever the role. */
export const personIn = (actor: string): string | undefined =>
  /^[a-z]+:(?!token$)(.+)$/.exec(actor)?.[1];

const ofPeople = /^(?:steward|leader|verifier|spectator|person):(?!token$)/;
/** Whether an actor of the ledger is somebody with an account, now or then. */
export const isOfPerson = (actor: string): boolean => ofPeople.test(actor);

/** What the ledger keeps as the actor of an entry: the role in which it was done, and whose. */
export function signatureOf(actor: Actor, { books }: BoardState): string {
  if (actor.kind !== 'person') return actor.id;
  return `${roleOn(actor, books.members.people) ?? 'person'}:${actor.person}`;
}
