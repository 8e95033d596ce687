import type {
  Aggregate,
  BatchAnswer,
  Happening,
  PreviousMark,
  ProgressionMark,
  RankingRow,
  ResultRow,
  ResultState,
  Scope,
} from '@emulation/shared';
import { boardPath } from './paths.ts';
import type { Request } from './request.ts';

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

export interface RecordsQuery {
  metric?: string;
  scope?: Scope;
  sector?: string;
  unit?: string;
}

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

const postMs = 30_000;
const aborting = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

/** Posting, and what came of it. */
export const resultCalls = (request: Request) => ({
  /**
   * The same key with the same body is posted once, however often it is sent. `sinceTapMs`: how long ago
   * somebody gave it to this device; a server that sends traces begins them there.
   */
  postResult: (board: string, body: PostedResult, key: string, sinceTapMs?: number) =>
    request<ResultAnswer>(boardPath(board, '/results'), {
      method: 'POST',
      body,
      headers: {
        'idempotency-key': key,
        ...(sinceTapMs !== undefined && { 'since-tap-ms': `${Math.max(0, sinceTapMs)}` }),
      },
      // A network that swallows everything is taken for none.
      signal: AbortSignal.timeout(postMs),
    }),

  /** Up to a thousand, each with its own key and answered by itself. */
  postResults: (board: string, results: readonly (PostedResult & { idempotencyKey: string })[]) =>
    request<BatchAnswer>(boardPath(board, '/results/batch'), {
      method: 'POST',
      body: { results },
      signal: AbortSignal.timeout(postMs),
    }),

  listResults: (board: string, query: ResultsQuery, signal?: AbortSignal) =>
    request<{ results: ResultRow[]; next?: string }>(boardPath(board, '/results'), {
      query: { ...query },
      ...aborting(signal),
    }),

  progression: (board: string, query: RecordsQuery, signal?: AbortSignal) =>
    request<ProgressionMark[]>(boardPath(board, '/records/progression'), {
      query: { ...query },
      ...aborting(signal),
    }),

  rankings: (board: string, query: RankingsQuery, signal?: AbortSignal) =>
    request<{ seq: number; rows: RankingRow[] }>(boardPath(board, '/rankings'), {
      query: { ...query },
      ...aborting(signal),
    }),

  feed: (board: string, query: FeedQuery, signal?: AbortSignal) =>
    request<{ seq: number; happenings: Happening[]; next?: string }>(boardPath(board, '/feed'), {
      query: { ...query },
      ...aborting(signal),
    }),
});
