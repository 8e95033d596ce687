import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers with a body under its tag; a reader that has these very bytes is told so. */
export function answerOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: { body: string | Buffer; etag: string },
): FastifyReply {
  const held = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  const isHeld = held.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
  reply.header('etag', etag);
  return isHeld ? reply.code(304).send() : reply.send(body);
}
