import type { DriveBody, DriveRow, DriveTemplate } from '@emulation/shared';
import type { DriveAnswer, DriveRankingAnswer } from './drives.ts';
import { request } from './request.ts';

const one = (board: string, id: string, path = '') =>
  `/boards/${encodeURIComponent(board)}/drives/${encodeURIComponent(id)}${path}`;

export const driveTemplates = (signal?: AbortSignal) =>
  request<{ templates: DriveTemplate[] }>('/drive-templates', signal ? { signal } : {});

/** Writes the drive, or changes it: the same body again changes nothing. */
export const putDrive = (board: string, id: string, body: DriveBody) =>
  request<DriveAnswer>(one(board, id), { method: 'PUT', body });

export interface DryRunAnswer extends DriveRankingAnswer<DriveRow> {
  /** Dates of the board's zone, inclusive. */
  from: string;
  to: string;
}

/** The ranking as it would have been; without dates in the equally long time before. */
export const dryRun = (
  board: string,
  id: string,
  span: { from: string; to: string } | undefined,
  signal?: AbortSignal,
) =>
  request<DryRunAnswer>(one(board, id, '/dry-run'), {
    query: { ...span },
    ...(signal ? { signal } : {}),
  });
