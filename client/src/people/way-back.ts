/**
 * Where to go once signed in, of the address of the page: a path of this server. Anything else, as
 * `//elsewhere.example` or `/\elsewhere`, leads to the boards: a link must not send people away.
 */
export function wayBack(search: string, origin: string): string {
  const then = new URLSearchParams(search).get('then') ?? '/';
  if (!URL.canParse(then, origin)) return '/';
  const url = new URL(then, origin);
  return url.origin === origin && then.startsWith('/') ? url.href.slice(origin.length) : '/';
}

const key = 'emulation.way-back';

/** Before the visitor leaves for a provider, whose answer comes to an address of its own. */
export function keepWayBack(search: string): void {
  try {
    sessionStorage.setItem(key, search);
  } catch {
    return; // storage is forbidden: one comes back to the boards
  }
}

/** Where the visitor was before the provider; once. */
export function takeWayBack(origin: string): string {
  try {
    const kept = sessionStorage.getItem(key) ?? '';
    sessionStorage.removeItem(key);
    return wayBack(kept, origin);
  } catch {
    return '/';
  }
}
