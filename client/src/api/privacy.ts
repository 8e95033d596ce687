import type { PrivacyRules, ShownNames } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}/${path}`;

export const privacyRules = (board: string, signal?: AbortSignal) =>
  request<PrivacyRules>(at(board, 'privacy'), signal ? { signal } : {});

export const putPrivacyRules = (board: string, body: PrivacyRules, headers: WriteHeaders) =>
  request<PrivacyRules>(at(board, 'privacy'), { method: 'PUT', body, headers });

/** Names of people, where the board shows them. */
export const shownNames = (
  board: string,
  of: { kind: 'results' | 'experiences'; id: string },
  signal: AbortSignal,
) => request<ShownNames>(at(board, `${of.kind}/${encodeURIComponent(of.id)}/names`), { signal });
