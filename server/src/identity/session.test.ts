import { expect, it } from 'vitest';
import { sessionCookie, sessionMs, Sessions } from './session.ts';

const sessions = new Sessions('a secret of this ledger');
const now = Date.parse('2026-11-24T08:00:00Z');
const held = (value: string) => `theme=dark; ${sessionCookie}=${encodeURIComponent(value)}`;

it('[ID3] a session is accepted for thirty days and not longer', () => {
  const value = sessions.issue(now);
  expect(sessions.accepts(held(value), now)).toBe(true);
  expect(sessions.accepts(held(value), now + sessionMs - 1)).toBe(true);
  expect(sessions.accepts(held(value), now + sessionMs)).toBe(false);
});

it('[ID3] a session that was not signed with the secret of the ledger is refused', () => {
  const foreign = new Sessions('another secret').issue(now);
  expect(sessions.accepts(held(foreign), now)).toBe(false);
  const changed = sessions.issue(now).replace(String(now), String(now + 1));
  expect(sessions.accepts(held(changed), now)).toBe(false);
  for (const header of [undefined, '', held(''), held('steward'), held('.'), 'board_session'])
    expect(sessions.accepts(header, now)).toBe(false);
});

it('[ID3] the cookie is out of reach of scripts and of other sites', () => {
  const header = sessions.header(sessions.issue(now), true);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/', 'Max-Age=2592000'])
    expect(header).toContain(part);
  expect(sessions.header(undefined, false)).toContain('Max-Age=0');
});
