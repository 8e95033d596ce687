import type { BoardState, Fact } from '@emulation/shared';
import type { GroupRole } from '../../config/group-role.ts';
import { rolesBy, type Brought } from '../../identity/provider/group-roles.ts';
import { signedInDaysOf } from '../../identity/signed-in-days.ts';
import type { Host, HttpDeps } from '../deps.ts';
import { isLastSteward } from './last-steward.ts';

const actor = 'system:groups';

/** Units that the board does not have lead nowhere; who would lead none is nothing. */
function standing({ units }: BoardState, brought: Brought | undefined): Brought | undefined {
  if (brought?.role !== 'leader') return brought;
  const known = brought.units.filter((unit) => units.has(unit));
  return known.length > 0 ? { ...brought, units: known } : undefined;
}

/** A board keeps its last steward whatever a directory says: a wrong group locks nobody out. */
function takesLastSteward(state: BoardState, person: string, brought: Brought | undefined) {
  return brought?.role !== 'steward' && isLastSteward(state, person);
}

/** What has to be said so that somebody is on a board what their groups make them. */
export function factFor(
  state: BoardState,
  person: string,
  told: Brought | undefined,
): Fact | undefined {
  const member = state.books.members.people.get(person);
  // What people gave, people take away.
  if (member && member.group === undefined) return undefined;
  const brought = standing(state, told);
  if (takesLastSteward(state, person, brought)) return undefined;
  if (!brought) return member && { type: 'member.removed', person };
  const { group, role, units } = brought;
  const isSo =
    member?.role === role && member.group === group && String(member.units) === String(units);
  if (isSo) return undefined;
  return { type: 'member.set', person, role, group, ...(units.length > 0 ? { units } : {}) };
}

async function settle(host: Host, fact: Fact, now: number): Promise<void> {
  await host.commit([{ fact, actor, at: new Date(now).toISOString() }], 'refuse');
}

export interface SignedIn {
  person: string;
  groups: readonly string[];
  roles: readonly GroupRole[];
}

/**
 * Makes somebody who has just signed in on every board what their groups say, and takes away what
 * groups brought that they are in no longer.
 */
export async function followGroups(
  { boards, identity, clock }: Pick<HttpDeps, 'boards' | 'identity' | 'clock'>,
  { person, groups, roles }: SignedIn,
): Promise<void> {
  const brought = rolesBy(groups, roles);
  for (const host of boards.all()) {
    if (!host.state.info) continue;
    const fact = factFor(host.state, person, brought.get(host.state.board));
    if (fact) await settle(host, fact, clock.now());
  }
  // The session was opened before anybody knew which boards it is for.
  await identity.people.shorten([person], signedInDaysOf(person, boards.all()));
}
