import type { z } from 'zod';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import type { Kind } from './catalogue.ts';
import { Refusal, type FieldProblem } from './refusal.ts';

/** Fastify's own errors, by their code. */
const fastifyKinds: Record<string, Kind> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
};

/** What schemas find wrong: one problem a field, unknown fields by their own path. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys')
      return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known' }));
  });
}

export function invalid(errors: readonly FieldProblem[]): Refusal {
  const [first] = errors;
  const named = first ? [first.path, first.message].filter(Boolean).join(': ') : undefined;
  return new Refusal('invalid', named === undefined ? { errors } : { detail: named, errors });
}

function hasCode(error: unknown): error is { code: string; statusCode?: number } {
  return typeof error === 'object' && error !== null && 'code' in error;
}

/** The refusal that any thrown thing amounts to; what nobody expected is `internal`. */
export function recognise(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof LedgerUnavailable)
    return new Refusal('ledger-unavailable', { retryAfterSeconds: error.retryAfterSeconds });
  if (hasCode(error)) {
    const kind = fastifyKinds[error.code];
    if (kind) return new Refusal(kind);
  }
  if (error instanceof SyntaxError && 'statusCode' in error) return new Refusal('malformed-json');
  return new Refusal('internal');
}
