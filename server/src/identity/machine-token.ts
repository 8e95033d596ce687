import type { Token } from '@emulation/shared';
import { createSecret, digest, isSameSecret } from './secret.ts';

/** It names its board and itself, so that it is found without a search. */
const form = /^t~([a-z0-9._-]{1,80})~([0-9a-f]{32})~([\w-]{43})$/;

export interface ReadToken {
  board: string;
  id: string;
  secret: string;
}

export function readToken(given: string): ReadToken | undefined {
  const [, board, id, secret] = form.exec(given) ?? [];
  return board && id && secret ? { board, id, secret } : undefined;
}

/** A new token: what its holder gets, and what is kept of it. */
export function makeToken(board: string, id: string): { token: string; hash: string } {
  const secret = createSecret();
  return { token: `t~${board}~${id}~${secret}`, hash: digest(secret) };
}

/** Whether a token that was read is this one and still holds. `now`: ms since the epoch. */
export function isHeld({ secret }: ReadToken, token: Token, now: number): boolean {
  return isSameSecret(digest(secret), token.hash) && isCurrent(token, now);
}

export function isCurrent({ expiresAt }: Pick<Token, 'expiresAt'>, now: number): boolean {
  return expiresAt === undefined || now < Date.parse(expiresAt);
}
