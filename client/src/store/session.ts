import { useEffect } from 'react';
import { create } from 'zustand';
import { session } from '../api/client.ts';

interface SessionState {
  /** `unknown` until the server has answered, and while it does not. */
  role: 'unknown' | 'steward' | 'anonymous';
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

/** Whether the visitor is signed in as a steward; false as long as nobody knows. */
export function useIsSteward(): boolean {
  useEffect(askSession, []);
  return useSession(({ role }) => role) === 'steward';
}
