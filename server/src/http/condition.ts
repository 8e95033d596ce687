import { editedBy, type Fact } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { invalid } from '../errors/recognition.ts';
import { Refusal } from '../errors/refusal.ts';
import { hostOf } from './access.ts';

/**
 * The version that a change is to replace: that of `If-Match: "3"`, 0 with `If-None-Match: *`, and
 * none where the sender sets no condition.
 */
export function replacedVersion(headers: IncomingHttpHeaders): number | undefined {
  const wanted = headers['if-match'];
  if (headers['if-none-match'] !== undefined) {
    if (headers['if-none-match'] === '*' && wanted === undefined) return 0;
    throw invalid([{ path: 'If-None-Match', message: 'can only be `*`, without `If-Match`' }]);
  }
  if (wanted === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(wanted)?.[1];
  if (version === undefined)
    throw invalid([{ path: 'If-Match', message: 'must be one version in quotes, such as "3"' }]);
  return Number(version);
}

export const versionTag = ({ version }: { version: number }): string => `"${version}"`;

/**
 * The fact with the version that it is written over, where its sender names one and it is of a kind
 * that has versions; refused where another version stands. The fold looks again: another change may
 * come in between.
 */
export function conditioned(
  request: Pick<FastifyRequest, 'headers' | 'boardHost'>,
  fact: Fact,
): Fact {
  const key = editedBy(fact);
  if (key === undefined || fact.type === 'drive.put') return fact;
  const replaces = replacedVersion(request.headers);
  if (replaces === undefined) return fact;
  if (replaces !== (hostOf(request).state.books.versions.get(key) ?? 0))
    throw new Refusal('changed-meanwhile');
  return { ...fact, replaces } as Fact;
}
