import type { TokenBody, TokenMadeAnswer, TokenAnswer } from '@emulation/shared';
import { boardPath } from './paths.ts';
import type { Request } from './request.ts';

/** What lets machines in, and displays. */
export const tokenCalls = (request: Request) => ({
  listTokens: (board: string, of?: 'machines' | 'screens', signal?: AbortSignal) =>
    request<{ seq: number; tokens: TokenAnswer[] }>(boardPath(board, '/tokens'), {
      query: { of },
      ...(signal ? { signal } : {}),
    }),

  /** `secret` is the bearer token; no other answer has it. */
  makeToken: (board: string, body: TokenBody) =>
    request<TokenMadeAnswer>(boardPath(board, '/tokens'), { method: 'POST', body }),

  revokeToken: (board: string, id: string) =>
    request<void>(boardPath(board, `/tokens/${encodeURIComponent(id)}`), { method: 'DELETE' }),
});
