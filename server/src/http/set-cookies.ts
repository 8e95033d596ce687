import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from '../identity/cookies.ts';
import { screenCookie } from '../identity/screen-cookie.ts';
import type { HttpDeps } from './deps.ts';

type Place = Pick<HttpDeps, 'publicUrl'>;

/** Whether the page came by HTTPS: its cookies then go no other way. */
function isSecure({ publicUrl }: Place, request: FastifyRequest): boolean {
  return request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
}

/** Sends on the cookies that the library of accounts set. */
export function setCookies(
  place: Place,
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Headers,
): void {
  reply.header('set-cookie', cookiesOf(headers, isSecure(place, request)));
}

/** By which a display is known again. */
export function setScreenCookie(
  place: Place,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): void {
  reply.header('set-cookie', screenCookie(token, isSecure(place, request)));
}
