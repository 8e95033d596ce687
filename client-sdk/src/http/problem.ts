/** What the server answers instead of 2xx (RFC 9457), or `kind: 'unreachable'` when it did not. */
export interface Problem {
  status: number;
  kind: string;
  title: string;
  detail: string;
  /** Of a file that was sent also what each is, the same in every language. */
  errors?: {
    path: string;
    message: string;
    code?: string;
    params?: Record<string, string | number>;
    line?: number;
    column?: string;
  }[];
  /** Seconds, where the server names them (429, 503). */
  retryAfter?: number;
}

export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.kind}: ${problem.detail}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get kind(): string {
    return this.problem.kind;
  }
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiProblem && error.kind === 'unreachable';
}

/** Reads a problem out of any answer, also of a proxy that knows nothing of problem+json. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  const seconds = Number(response.headers.get('retry-after'));
  return new ApiProblem({
    status: response.status,
    kind: given.kind ?? 'unknown',
    title: given.title ?? response.statusText,
    detail: given.detail ?? '',
    ...(Array.isArray(given.errors) ? { errors: given.errors } : {}),
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
  });
}
