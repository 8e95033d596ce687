import { boardCalls } from './http/boards.ts';
import { createFetch, createRequest, type Connection } from './http/request.ts';
import { resultCalls } from './http/results.ts';
import { sessionCalls } from './http/session.ts';
import { tokenCalls } from './http/tokens.ts';
import { fileCalls } from './http/files.ts';

/** Every call, as one actor of one server. */
export function createClient(connection: Connection) {
  const request = createRequest(connection);
  return {
    /** Any other call of the HTTP API, by its path below `/api/v1`. */
    request,
    ...boardCalls(request),
    ...resultCalls(request),
    ...sessionCalls(request),
    ...tokenCalls(request),
    ...fileCalls(createFetch(connection)),
  };
}
export type BoardClient = ReturnType<typeof createClient>;
