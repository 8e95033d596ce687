import type { Request } from './request.ts';

export interface Session {
  role: 'steward' | 'anonymous';
  /** As whom the ledger would keep what is posted now. */
  actor: string;
}

/** Who is signed in. */
export const sessionCalls = (request: Request) => ({
  session: (signal?: AbortSignal) => request<Session>('/session', signal ? { signal } : {}),

  /** Signs out: the answer takes the session cookie away. */
  closeSession: () => request<void>('/session', { method: 'DELETE' }),

  /** Spends the one-time token of a set-up link; the answer sets the session cookie. */
  openSession: (token: string) => request<Session>('/setup', { method: 'POST', body: { token } }),
});
