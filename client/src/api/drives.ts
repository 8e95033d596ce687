import type {
  DriveBody,
  DriveRow,
  DriveState,
  DriveSummary,
  ProgressRow,
  UncountedResult,
} from '@emulation/shared';
import { request } from './request.ts';

const at = (board: string, path = '') => `/boards/${encodeURIComponent(board)}/drives${path}`;
const one = (board: string, id: string, path = '') =>
  at(board, `/${encodeURIComponent(id)}${path}`);

/** A drive as its steward wrote it, and where it may be moved from here. */
export interface DriveAnswer extends DriveBody {
  id: string;
  /** How often it was written. */
  version: number;
  state: DriveState;
  veiled: boolean;
  revealed: number;
  history: { to: DriveState; at: string }[];
  pledges: Record<string, Record<string, string>>;
  moves: DriveState[];
}

export type StandingsKind = 'level' | 'improvement' | 'gap';

export interface DriveRankingAnswer<Row = DriveRow> {
  seq: number;
  rows: Row[];
  uncounted: UncountedResult[];
}

export const listDrives = (board: string, signal?: AbortSignal) =>
  request<{ seq: number; drives: DriveSummary[] }>(at(board), signal ? { signal } : {});

export const readDrive = (board: string, id: string, signal?: AbortSignal) =>
  request<DriveAnswer>(one(board, id), signal ? { signal } : {});

export const moveDrive = (board: string, id: string, to: DriveState) =>
  request<DriveAnswer>(one(board, id, '/state'), { method: 'POST', body: { to } });

export const removeDrive = (board: string, id: string) =>
  request<void>(one(board, id), { method: 'DELETE' });

export const pledge = (board: string, id: string, unit: string, tasks: Record<string, string>) =>
  request<unknown>(one(board, id, `/pledges/${encodeURIComponent(unit)}`), {
    method: 'PUT',
    body: { tasks },
  });

/** By level, each row with its terms down to the results. */
export const driveRanking = (board: string, id: string, signal?: AbortSignal) =>
  request<DriveRankingAnswer>(one(board, id, '/ranking'), signal ? { signal } : {});

/** By improvement, or by the gap closed. */
export const progressRanking = (
  board: string,
  id: string,
  by: 'improvement' | 'gap',
  signal?: AbortSignal,
) =>
  request<DriveRankingAnswer<ProgressRow>>(one(board, id, '/ranking'), {
    query: { by },
    ...(signal ? { signal } : {}),
  });
