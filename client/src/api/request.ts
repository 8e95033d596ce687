import { ApiProblem, readProblem } from './problem.ts';

export type Query = Record<string, string | number | boolean | undefined>;

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

async function send(path: string, options: Options): Promise<Response> {
  const { method = 'GET', query, body, headers = {}, signal } = options;
  try {
    return await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ApiProblem({ status: 0, kind: 'unreachable', title: 'Unreachable', detail });
  }
}

/**
 * One call of `/api/v1`. The caller names the answer's type: it is the contract's, and the server
 * that serves this page is the same build.
 * @throws ApiProblem for every answer that is not 2xx, and when nobody answers.
 */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as T; // the caller asked for void
  return (await response.json()) as T;
}
