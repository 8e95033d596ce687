/**
 * Whether an address is a page of the app, which its one file answers also without a network: the
 * boards, the set-up, the start. Files below a board (a feed, a picture) come from the server.
 */
export function isAppPage(path: string): boolean {
  return /^\/(?:setup|start|b\/.*)?$/.test(path) && !/\.\w+$/.test(path);
}
