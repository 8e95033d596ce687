import { sessionCookie } from './store/session-cookie.ts';

/** The session's cookie alone, in the form of a header; `undefined` where there is none. */
export function sessionIn(header: string | undefined): string | undefined {
  const start = `${sessionCookie}=`;
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start) && part.length > start.length);
}

/** What the library of accounts sets, for HTTPS only where the page came by it. */
export function cookiesOf(headers: Headers, isSecure: boolean): string[] {
  return headers.getSetCookie().map((cookie) => (isSecure ? `${cookie}; Secure` : cookie));
}
