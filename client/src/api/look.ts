import type { Look, LookBody } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

/** The whole look: what is left out is as on every board. */
export const putLook = (board: string, body: LookBody, headers: WriteHeaders) =>
  request<Look>(`/boards/${encodeURIComponent(board)}/look`, { method: 'PUT', body, headers });
