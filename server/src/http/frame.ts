import type { BoardState } from '@emulation/shared';
import type { FastifyReply } from 'fastify';

/**
 * Lets the pages of a board's own list frame this answer; every other answer stays with `'self'`. A
 * private board has no such list for anybody: a frame elsewhere has no session.
 */
export function allowFraming(reply: FastifyReply, state: BoardState | undefined): void {
  const isPublic = state?.info?.visibility === 'public';
  const origins = isPublic ? state.books.embedding.origins : [];
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const ancestors = ["frame-ancestors 'self'", ...origins].join(' ');
  reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, ancestors));
  // It knows one origin only; the policy above says all of them.
  reply.removeHeader('x-frame-options');
}
