import type {
  Aggregate,
  Happening,
  PreviousMark,
  ProgressionMark,
  RankingRow,
  ResultRow,
  ResultState,
  Scope,
} from '@emulation/shared';
import { request } from './request.ts';

export { ApiProblem, isUnreachable } from './problem.ts';
export type { Problem } from './problem.ts';

const board = (id: string, path = '') => `/boards/${encodeURIComponent(id)}${path}`;

export interface BoardSummary {
  id: string;
  name: string;
  timeZone: string;
  visibility: 'public' | 'private';
  demo: boolean;
  epoch: string;
  seq: number;
}

export interface PostedResult {
  unit: string;
  metric: string;
  /** Decimal string. */
  value: string;
  achievedAt?: string;
  note?: string;
  partners?: { unit: string; role?: 'performed' | 'helped' | 'lent'; share?: string }[];
}

/** What a post did, as the server answers it. */
export interface ResultAnswer {
  id: string;
  seq: number;
  receivedAt: string;
  state: ResultState;
  records: {
    scope: Scope;
    kind: 'broken' | 'equalled';
    breakthrough: boolean;
    previous?: PreviousMark;
  }[];
  ranking: { metric: string; unit?: string; before: number | null; after: number | null }[];
  overtakes: { unit?: string; overtaken?: string[]; overtakenBy?: string[]; metric?: string }[];
}

export const listBoards = (signal?: AbortSignal) =>
  request<{ boards: BoardSummary[] }>('/boards', signal ? { signal } : {});

const postMs = 30_000;

/** The same key with the same body is posted once, however often it is sent. */
export const postResult = (id: string, body: PostedResult, key: string) =>
  request<ResultAnswer>(board(id, '/results'), {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
    // A network that swallows everything is taken for none.
    signal: AbortSignal.timeout(postMs),
  });

export interface ResultsQuery {
  unit?: string;
  /** Only joint results in which this unit is a party as well. */
  partner?: string;
  metric?: string;
  /** The sector they were achieved in. */
  sector?: string;
  /** Only joint results with a partner that is in this sector now. */
  partnerSector?: string;
  /** Roles of which one of these partners has one, with commas between them. */
  roles?: string;
  joint?: boolean;
  /** Only results that are not annulled. */
  valid?: boolean;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

export const listResults = (id: string, query: ResultsQuery, signal?: AbortSignal) =>
  request<{ results: ResultRow[]; next?: string }>(board(id, '/results'), {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });

export interface RecordsQuery {
  metric?: string;
  scope?: Scope;
  sector?: string;
  unit?: string;
}

export const progression = (id: string, query: RecordsQuery, signal?: AbortSignal) =>
  request<ProgressionMark[]>(board(id, '/records/progression'), {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });

export interface RankingsQuery {
  metric: string;
  /** Dates of the board's zone, inclusive. */
  from?: string;
  to?: string;
  by?: 'unit' | 'sector';
  aggregate?: Aggregate;
  limit?: number;
  around?: string;
}

export const rankings = (id: string, query: RankingsQuery, signal?: AbortSignal) =>
  request<{ seq: number; rows: RankingRow[] }>(board(id, '/rankings'), {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });

export interface FeedQuery {
  /** `seq.n` of the oldest happening already held. */
  before?: string;
  limit?: number;
  /** One kind, or several separated by commas. */
  kind?: string;
  metric?: string;
  unit?: string;
  sector?: string;
  /** A UTC time: told by then. */
  until?: string;
}

export const feed = (id: string, query: FeedQuery, signal?: AbortSignal) =>
  request<{ seq: number; happenings: Happening[]; next?: string }>(board(id, '/feed'), {
    query: { ...query },
    ...(signal ? { signal } : {}),
  });

export const removeBoard = (id: string) => request<void>(board(id), { method: 'DELETE' });

export interface Session {
  role: 'steward' | 'anonymous';
  /** As whom the ledger would keep what is posted now. */
  actor: string;
}

export const session = (signal?: AbortSignal) =>
  request<Session>('/session', signal ? { signal } : {});

/** Signs out: the answer takes the session cookie away. */
export const closeSession = () => request<void>('/session', { method: 'DELETE' });

/** Spends the one-time token of a set-up link; the answer sets the session cookie. */
export const openSession = (token: string) =>
  request<Session>('/setup', { method: 'POST', body: { token } });
