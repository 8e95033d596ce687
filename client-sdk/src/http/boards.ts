import type { BoardAnswer, BoardBody } from '@emulation/shared';
import { boardPath } from './paths.ts';
import type { Request } from './request.ts';

export interface BoardSummary {
  id: string;
  name: string;
  timeZone: string;
  visibility: 'public' | 'private';
  demo: boolean;
  epoch: string;
  seq: number;
}

/** Boards and what stands on them. */
export const boardCalls = (request: Request) => ({
  listBoards: (signal?: AbortSignal) =>
    request<{ boards: BoardSummary[] }>('/boards', signal ? { signal } : {}),

  readBoard: (board: string) => request<BoardAnswer>(boardPath(board)),

  openBoard: (body: BoardBody) => request<BoardAnswer>('/boards', { method: 'POST', body }),

  removeBoard: (board: string) => request<void>(boardPath(board), { method: 'DELETE' }),

  /** Creates or changes a sector, unit or metric. */
  put: <T>(board: string, kind: 'sectors' | 'units' | 'metrics', id: string, body: object) =>
    request<T>(boardPath(board, `/${kind}/${encodeURIComponent(id)}`), { method: 'PUT', body }),
});
