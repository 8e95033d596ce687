import type { Request } from './request.ts';

export type BoardRole = 'steward' | 'leader' | 'verifier' | 'spectator';

/** What somebody is on one board. */
export interface Membership {
  board: string;
  role: BoardRole;
  /** Units that a leader leads. */
  units: string[];
}

export interface Session {
  /** `steward` of everything; a `person` is what the memberships say. */
  role: 'steward' | 'person' | 'anonymous';
  /** By which a device tells apart who typed what. */
  actor: string;
  name?: string;
  memberships: Membership[];
  /** Of a display that was admitted: the board it shows. */
  display?: { board: string };
}

/** Who is signed in. */
export const sessionCalls = (request: Request) => ({
  session: (signal?: AbortSignal) => request<Session>('/session', signal ? { signal } : {}),

  /** Signs out: the answer takes the session cookie away. */
  closeSession: () => request<void>('/session', { method: 'DELETE' }),

  /** Spends the one-time token of a set-up link; the answer sets the session cookie. */
  openSession: (token: string) => request<Session>('/setup', { method: 'POST', body: { token } }),
});
