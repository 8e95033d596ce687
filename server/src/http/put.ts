import type { Fact } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import { commitFact } from './commit.ts';
import { conditioned } from './condition.ts';
import type { HttpDeps } from './deps.ts';

/**
 * Create or change: 201 when it was not there, 200 otherwise. What is as it was asked for already
 * adds no entry.
 */
export async function put<T extends object>(
  deps: HttpDeps,
  request: Pick<FastifyRequest, 'actor' | 'boardHost' | 'headers'>,
  existing: T | undefined,
  wanted: { item: T; fact: Fact },
): Promise<200 | 201> {
  if (isDeepStrictEqual(existing, wanted.item)) return 200;
  const fact = conditioned(request, wanted.fact);
  await commitFact(request, { fact, now: deps.clock.now() });
  return existing ? 200 : 201;
}
