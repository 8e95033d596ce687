import { useEffect } from 'react';
import { create } from 'zustand';
import { session, type Membership, type Session } from '../api/client.ts';

interface SessionState {
  /** `unknown` until the server has answered, and while it does not. */
  role: 'unknown' | Session['role'];
  memberships: readonly Membership[];
  name: string | undefined;
  /** Whose device it is: who is signed in, or was when the server last said so; null: nobody. */
  owner: string | null;
}

const ownerKey = 'emulation.owner';

export function rememberedOwner(): string | null {
  try {
    return localStorage.getItem(ownerKey);
  } catch {
    return null; // storage is forbidden: known once the server has answered
  }
}

export function rememberOwner(owner: string | null): void {
  try {
    if (owner === null) localStorage.removeItem(ownerKey);
    else localStorage.setItem(ownerKey, owner);
  } catch {
    return; // see rememberedOwner
  }
}

export const useSession = create<SessionState>(() => ({
  role: 'unknown',
  memberships: [],
  name: undefined,
  owner: rememberedOwner(),
}));

let asking: Promise<void> | undefined;
let heardAt = 0;

/** ms; when the server last said who is signed in, 0 when that is in doubt. */
export const sessionHeardAt = (): number => heardAt;

/** Asks once, however many ask; one that failed is asked again by the next who needs it. */
function askSession(): Promise<void> {
  asking ??= session()
    .then(noteSession)
    .catch(() => {
      asking = undefined;
    });
  return asking;
}

/** What is known of the session may no longer hold: it is asked about anew. */
export function doubtSession(): void {
  heardAt = 0;
  asking = undefined;
  void askSession();
}

/** `guest`: signed in, and nobody on this board. */
export type RoleHere = 'unknown' | 'anonymous' | 'guest' | Membership['role'];

/** The membership on the board of this page: each of its pages has it in its address. */
function membershipHere({ memberships }: SessionState): Membership | undefined {
  const here = /^\/b\/([^/]+)/.exec(location.pathname)?.[1];
  return memberships.find(({ board }) => board === here);
}

function roleHere(state: SessionState): RoleHere {
  return state.role === 'person' ? (membershipHere(state)?.role ?? 'guest') : state.role;
}

/** What the visitor is signed in as, on the board of this page. */
export function useRole(): RoleHere {
  useEffect(() => void askSession(), []);
  return useSession(roleHere);
}

/** The units the visitor may act for on the board of this page; `undefined`: all of them. */
export function useOwnUnits(): readonly string[] | undefined {
  const role = useRole();
  const membership = useSession(membershipHere);
  return role === 'leader' ? membership?.units : undefined;
}

/** Whether the visitor is signed in as a steward; false as long as nobody knows. */
export function useIsSteward(): boolean {
  return useRole() === 'steward';
}

export const currentOwner = (): string | null => useSession.getState().owner;

/** The server has said so in another answer. A session that has run out still has its owner. */
export function noteSession({ role, actor, name, memberships }: Session): void {
  asking ??= Promise.resolve();
  heardAt = Date.now();
  const owner = role === 'anonymous' ? currentOwner() : actor;
  if (owner !== rememberedOwner()) rememberOwner(owner);
  useSession.setState({ role, owner, name, memberships });
}
