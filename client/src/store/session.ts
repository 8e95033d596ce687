import { useEffect } from 'react';
import { create } from 'zustand';
import { closeSession, session, type Session } from '../api/client.ts';

interface SessionState {
  /** `unknown` until the server has answered, and while it does not. */
  role: 'unknown' | Session['role'];
}

const useSession = create<SessionState>(() => ({ role: 'unknown' }));

let asking: Promise<void> | undefined;

/** Asks once, however many ask; one that failed is asked again by the next who needs it. */
function askSession(): void {
  asking ??= session()
    .then(({ role }) => useSession.setState({ role }))
    .catch(() => {
      asking = undefined;
    });
}

/** What the visitor is signed in as. */
export function useRole(): SessionState['role'] {
  useEffect(askSession, []);
  return useSession(({ role }) => role);
}

/** Whether the visitor is signed in as a steward; false as long as nobody knows. */
export function useIsSteward(): boolean {
  return useRole() === 'steward';
}

/** The server has said so in another answer. */
export function noteSession({ role }: Session): void {
  asking ??= Promise.resolve();
  useSession.setState({ role });
}

/** @throws ApiProblem where the server did not do it: the visitor is then still signed in. */
export async function signOut(): Promise<void> {
  await closeSession();
  noteSession(await session());
}
