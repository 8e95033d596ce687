import type { Aggregate, RankingRow, RecordRow, Scope } from '@emulation/shared';
import { request } from './request.ts';

const board = (id: string, path: string) => `/boards/${encodeURIComponent(id)}${path}`;
const aborting = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

export interface RankingPage {
  seq: number;
  /** Rows in all. */
  total: number;
  /** Rows before the first one given. */
  offset: number;
  rows: RankingRow[];
}

export interface RankingPageQuery {
  metric: string;
  from?: string;
  to?: string;
  /** A UTC time: what was achieved up to it. */
  at?: string;
  by?: 'unit' | 'sector';
  sector?: string;
  offset?: number;
  limit?: number;
  around?: string;
}

export const rankingPage = (id: string, query: RankingPageQuery, signal?: AbortSignal) =>
  request<RankingPage>(board(id, '/rankings'), { query: { ...query }, ...aborting(signal) });

export type HistoryTruth = 'recognised' | 'announced';

export interface RankingFrame {
  /** A date stands for its end; or a UTC time. */
  at: string;
  ranked: number;
  results: number;
  ids: string[];
  scores: string[];
}

export interface RankingHistory {
  seq: number;
  span: { from: string; to: string } | null;
  frames: RankingFrame[];
}

export interface HistoryQuery {
  metric: string;
  by?: 'unit' | 'sector';
  truth?: HistoryTruth;
  aggregate?: Aggregate;
  from?: string;
  to?: string;
  steps?: number;
  top?: number;
}

export const rankingHistory = (id: string, query: HistoryQuery, signal?: AbortSignal) =>
  request<RankingHistory>(board(id, '/rankings/history'), {
    query: { ...query },
    ...aborting(signal),
  });

export interface Meeting {
  from: string;
  to: string;
  /** In the order of the units that were asked for. */
  scores: (string | null)[];
  results: number[];
  winners: string[];
}

export interface HeadToHead {
  units: string[];
  met: number;
  wins: number[];
  periods: Meeting[];
}

export const headToHead = (
  id: string,
  query: { metric: string; units: string; period: 'week' | 'month'; last?: number },
  signal?: AbortSignal,
) =>
  request<HeadToHead>(board(id, '/rankings/head-to-head'), {
    query: { ...query },
    ...aborting(signal),
  });

export interface Distribution {
  count: number;
  min: string | null;
  median: string | null;
  max: string | null;
  bins: { from: string; to: string; count: number }[];
}

export const distribution = (
  id: string,
  query: { metric: string; unit?: string; sector?: string; bins?: number },
  signal?: AbortSignal,
) =>
  request<Distribution>(board(id, '/results/distribution'), {
    query: { ...query },
    ...aborting(signal),
  });

export interface RecordsQuery {
  metric?: string;
  scope?: Scope;
  sector?: string;
  unit?: string;
  /** A UTC time: as they stood then. */
  at?: string;
}

export const standingRecords = (id: string, query: RecordsQuery, signal?: AbortSignal) =>
  request<{ seq: number; records: RecordRow[] }>(board(id, '/records'), {
    query: { ...query },
    ...aborting(signal),
  });
