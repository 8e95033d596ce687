import { newInvitationAnswerSchema } from '@emulation/shared';
import { read, type Answered, type Call, type TestServer } from '../../testing/test-server.ts';

export const cookieOf = (answer: Answered): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Lets somebody in by an invitation of the steward: the cookie of their session. */
export async function comeIn(
  server: TestServer,
  body: object,
  { board = 'works', name = 'Kim' } = {},
): Promise<string> {
  const made = await server.board(`/${board}/invitations`, { body });
  const { token } = read(newInvitationAnswerSchema, made);
  const accepted = await server.call('/api/v1/invitations/acceptance', {
    body: { token, name },
    as: 'anonymous',
  });
  if (accepted.status !== 200) throw new Error(accepted.text);
  return cookieOf(accepted);
}

/** A call below `/api/v1/boards` with a session. */
export const callAs = (
  server: TestServer,
  cookie: string,
  path: string,
  call: Call = {},
): Promise<Answered> =>
  server.board(path, { ...call, as: 'anonymous', headers: { cookie, ...call.headers } });
