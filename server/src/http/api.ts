import { problemSchema } from '@emulation/shared';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/** A Fastify instance whose routes take their types from their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The answers of a route: its own by status, and problems. */
export function answers<const T extends Record<number, z.ZodType>>(own: T) {
  return { ...own, '4xx': problemSchema, '5xx': problemSchema };
}
