import type { Problem } from '@emulation/shared';
import { catalogue } from './catalogue.ts';
import type { Refusal } from './refusal.ts';

export const problemType = 'application/problem+json; charset=utf-8';

/**
 * The problem document (RFC 9457) of a refusal. It depends on the refusal alone: an unknown board
 * and one that may not be seen answer with the same bytes.
 */
export function problemOf({ kind, options, message }: Refusal): Problem {
  const { status, title } = catalogue[kind];
  return {
    type: `/docs/errors#${kind}`,
    title,
    status,
    detail: message,
    kind,
    ...(options.errors ? { errors: [...options.errors] } : {}),
  };
}
