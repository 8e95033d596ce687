import type { FirstBoard } from '@emulation/client-sdk';

/** Where the page finds what the server wrote into it. */
const firstDataId = 'first-data';

let read: FirstBoard | null | undefined;

/** `undefined` where the server wrote nothing: behind a worker, or of a board not for everybody. */
export function firstData(): FirstBoard | undefined {
  if (read === undefined) {
    const text = globalThis.document?.getElementById(firstDataId)?.textContent;
    // The server that serves this page is the same build.
    read = text ? (JSON.parse(text) as FirstBoard) : null;
  }
  return read ?? undefined;
}
