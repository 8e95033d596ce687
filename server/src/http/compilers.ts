import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import type { z } from 'zod';
import { fieldProblems, invalid } from '../errors/recognition.ts';

/** `?unit=` is as good as no unit. */
function withoutEmpty(query: unknown): unknown {
  return Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''));
}

/** Reads a part of a request by its schema; what does not fit is refused field by field. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    const read = schema.safeParse(httpPart === 'querystring' ? withoutEmpty(data) : data);
    if (read.success) return { value: read.data };
    return { error: invalid(fieldProblems(read.error.issues)) };
  };
};

/**
 * Answers are typed by their schemas and checked against them in tests; reading each of them again
 * would cost more than making it.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = () => (data) =>
  JSON.stringify(data);
