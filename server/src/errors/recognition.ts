import type { z } from 'zod';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { PeopleUnavailable } from '../identity/store/people-store.ts';
import { UploadsUnavailable } from '../uploads/uploads.ts';
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

/** Errors of plugins that say no more than a status. */
const statusKinds: Record<number, Kind> = {
  400: 'malformed-request',
  403: 'not-found',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-content-type',
};

function hasStatus(error: unknown): error is { statusCode: number } {
  return typeof error === 'object' && error !== null && 'statusCode' in error;
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && 'code' in error;
}

/** The refusal that any thrown thing amounts to; what nobody expected is `internal`. */
export function recognise(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof LedgerUnavailable)
    return new Refusal('ledger-unavailable', { retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof PeopleUnavailable) return new Refusal('people-unavailable');
  if (error instanceof UploadsUnavailable) return new Refusal('uploads-unavailable');
  if (hasCode(error)) {
    const kind = fastifyKinds[error.code];
    if (kind) return new Refusal(kind);
  }
  return new Refusal((hasStatus(error) && statusKinds[error.statusCode]) || 'internal');
}
