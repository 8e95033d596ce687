import type { IncomingHttpHeaders } from 'node:http';

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * Whether a page may open a socket here. Browsers always say their origin and cannot forge it;
 * other programs say none. With a public URL only its own pages may, otherwise those that were
 * loaded from the host this request was sent to.
 */
export function isOriginAllowed(headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const from = parseUrl(origin);
  if (from === undefined || from.origin === 'null') return false;
  if (publicUrl !== undefined) return from.origin === parseUrl(publicUrl)?.origin;
  // Read with the page's own scheme, so that a default port equals none.
  return host !== undefined && from.host === parseUrl(`${from.protocol}//${host}`)?.host;
}
