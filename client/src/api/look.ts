import type { Look, LookBody } from '@emulation/shared';
import { request } from './request.ts';

/** The whole look: what is left out is as on every board. */
export const putLook = (board: string, body: LookBody) =>
  request<Look>(`/boards/${encodeURIComponent(board)}/look`, { method: 'PUT', body });
