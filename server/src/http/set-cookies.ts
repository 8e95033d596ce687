import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from '../identity/cookies.ts';
import type { HttpDeps } from './deps.ts';

/** Sends on the cookies that the library of accounts set, for HTTPS only where the page came by it. */
export function setCookies(
  { publicUrl }: Pick<HttpDeps, 'publicUrl'>,
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Headers,
): void {
  const isSecure = request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
  reply.header('set-cookie', cookiesOf(headers, isSecure));
}
