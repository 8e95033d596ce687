import { fastifyCookie } from '@fastify/cookie';
import { createSecret } from './secret.ts';

export const sessionCookie = 'board_session';
export const sessionMs = 30 * 24 * 3_600_000;

const form = /^steward\.(\d{1,15})\.[\w-]{43}$/;

/** The session's cookie in a header that may hold others. */
function readCookie(header: string): string | undefined {
  const start = `${sessionCookie}=`;
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  // Only what is percent-encoded soundly was written here.
  return pair && /^(?:[^%]|%[0-9a-f]{2})*$/i.test(pair)
    ? decodeURIComponent(pair.slice(start.length))
    : undefined;
}

/**
 * Steward sessions, held by the browser alone: role, time of issue and a random part, signed with
 * a secret that all nodes of one ledger share.
 */
export class Sessions {
  readonly #signer: ReturnType<typeof fastifyCookie.signerFactory>;

  constructor(secret: string) {
    this.#signer = fastifyCookie.signerFactory(secret);
  }

  /** The value of the cookie. `now`: ms since the epoch. */
  issue(now: number): string {
    return this.#signer.sign(`steward.${now}.${createSecret()}`);
  }

  /** Whether a cookie header holds a session that was issued here and is not too old. */
  accepts(cookieHeader: string | undefined, now: number): boolean {
    const given = readCookie(cookieHeader ?? '');
    if (given === undefined) return false;
    const { value } = this.#signer.unsign(given);
    const issued = Number(form.exec(value ?? '')?.[1]);
    return issued <= now && now < issued + sessionMs;
  }

  /** `Set-Cookie` for a value, or for none: the end of the session. */
  header(value: string | undefined, secure: boolean): string {
    const maxAge = value === undefined ? 0 : sessionMs / 1000;
    const pair = `${sessionCookie}=${encodeURIComponent(value ?? '')}`;
    const scope = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict`;
    return `${pair}; ${scope}${secure ? '; Secure' : ''}`;
  }
}
