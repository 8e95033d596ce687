import { ApiProblem, readProblem } from './problem.ts';

export type Query = Record<string, string | number | boolean | undefined>;

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, in place of `body`; name its content type in `headers`. */
  raw?: NonNullable<RequestInit['body']>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Where the board is served, and as whom to ask. */
export interface Connection {
  /** Such as `https://board.example`; left out, a page asks where it came from, with its session. */
  origin?: string;
  /** A bearer token. */
  token?: string;
}

/**
 * One call of `/api/v1`. The caller names the answer's type: it is the contract's.
 * @throws ApiProblem for every answer that is not 2xx, and when nobody answers.
 */
export type Request = <T>(path: string, options?: RequestOptions) => Promise<T>;

/** The answer itself, for files: its body is read by the caller. Throws like `Request`. */
export type Fetch = (path: string, options?: RequestOptions) => Promise<Response>;

function address(origin: string, path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return `${origin}/api/v1${path}${text ? `?${text}` : ''}`;
}

function messageOf({ method = 'GET', body, raw, headers, signal }: RequestOptions): RequestInit {
  const text = body === undefined ? raw : JSON.stringify(body);
  return {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
    // A body that is made while it is sent has no other way.
    ...(text instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...(signal ? { signal } : {}),
  };
}

export function createFetch({ origin = '', token }: Connection = {}): Fetch {
  const base = origin.replace(/\/+$/, '');
  const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return async (path, options = {}) => {
    const headers = { ...bearer, ...options.headers };
    const message = messageOf({ ...options, headers });
    const answer = await fetch(address(base, path, options.query), message).catch(
      (error: unknown) => {
        if (options.signal?.aborted) throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw new ApiProblem({ status: 0, kind: 'unreachable', title: 'Unreachable', detail });
      },
    );
    if (!answer.ok) throw await readProblem(answer);
    return answer;
  };
}

export function createRequest(connection: Connection = {}): Request {
  const ask = createFetch(connection);
  return async <T>(path: string, options?: RequestOptions) => {
    const answer = await ask(path, options);
    if (answer.status === 204) return undefined as T; // the caller asked for void
    return (await answer.json()) as T;
  };
}
