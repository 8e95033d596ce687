import type { DriveBody, DriveRow, DriveTemplate } from '@emulation/shared';
import type { DriveAnswer, DriveRankingAnswer } from './drives.ts';
import { request } from './request.ts';

const one = (board: string, id: string, path = '') =>
  `/boards/${encodeURIComponent(board)}/drives/${encodeURIComponent(id)}${path}`;

export const driveTemplates = (signal?: AbortSignal) =>
  request<{ templates: DriveTemplate[] }>('/drive-templates', signal ? { signal } : {});

/**
 * Writes the drive (`replaces` none), or changes that version of it; the same body again changes
 * nothing. Refused as `changed-meanwhile` where another version stands.
 */
export const putDrive = (
  board: string,
  id: string,
  body: DriveBody,
  replaces: number | undefined,
) =>
  request<DriveAnswer>(one(board, id), {
    method: 'PUT',
    body,
    headers: replaces === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${replaces}"` },
  });

export interface DryRunAnswer<Row = DriveRow> extends DriveRankingAnswer<Row> {
  /** Dates of the board's zone, inclusive. */
  from: string;
  to: string;
}

/** Days of another time, and by what is ranked. */
export interface DryRunQuery {
  from?: string;
  to?: string;
  by?: 'level' | 'improvement' | 'gap';
}

/** The ranking as it would have been; without dates in the equally long time before. */
export const dryRun = <Row = DriveRow>(
  board: string,
  id: string,
  query: DryRunQuery,
  signal?: AbortSignal,
) =>
  request<DryRunAnswer<Row>>(one(board, id, '/dry-run'), {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });
