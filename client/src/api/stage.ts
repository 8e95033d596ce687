import type { StageAnswer } from '@emulation/shared';
import { request } from './request.ts';

const at = (board: string, drive: string, path: string) =>
  `/boards/${encodeURIComponent(board)}/drives/${encodeURIComponent(drive)}/${path}`;

export const readStage = (board: string, drive: string, signal?: AbortSignal) =>
  request<StageAnswer>(at(board, drive, 'stage'), signal ? { signal } : {});

export const takeStage = (
  board: string,
  drive: string,
  body: { presenter: string; name: string; takeOver: boolean },
) => request<StageAnswer>(at(board, drive, 'stage'), { method: 'POST', body });

export const reveal = (board: string, drive: string, body: { presenter: string; count: number }) =>
  request<StageAnswer>(at(board, drive, 'reveal'), { method: 'POST', body });
