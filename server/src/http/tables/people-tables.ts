import type { InvitationAnswer, MemberAnswer, SignedInAnswer } from '@emulation/shared';
import { z } from 'zod';
import { hostOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { invitationAnswer } from '../people/invitations.ts';
import { membersOf } from '../people/people.ts';
import { signedInOf } from '../people/signed-in.ts';
import { tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

const common = {
  tag: 'people',
  action: 'manage-people' as const,
  params: boardParams,
  query: z.strictObject({}),
};

const personColumns: Column<MemberAnswer>[] = [
  column('person', 'text', (row) => row.person),
  column('name', 'text', (row) => row.name),
  column('role', 'text', (row) => row.role),
  column('units', 'text', (row) => row.units?.join(';')),
  column('since', 'time', (row) => row.since),
  column('last_seen_at', 'time', (row) => row.lastSeenAt),
  column('sessions', 'whole', (row) => row.sessions),
];

const invitationColumns: Column<InvitationAnswer>[] = [
  column('id', 'text', (row) => row.id),
  column('role', 'text', (row) => row.role),
  column('units', 'text', (row) => row.units?.join(';')),
  column('uses', 'whole', (row) => row.uses),
  column('uses_left', 'whole', (row) => row.usesLeft),
  column('created_at', 'time', (row) => row.createdAt),
  column('expires_at', 'time', (row) => row.expiresAt),
  column('state', 'text', (row) => row.state),
];

const sessionColumns: Column<SignedInAnswer>[] = [
  column('person', 'text', (row) => row.person),
  column('name', 'text', (row) => row.name),
  column('role', 'text', (row) => row.role),
  column('device', 'text', (row) => row.device),
  column('signed_in_at', 'time', (row) => row.signedInAt),
  column('last_seen_at', 'time', (row) => row.lastSeenAt),
  column('expires_at', 'time', (row) => row.expiresAt),
];

function sessionTable(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/sessions',
    summary: 'What everybody of a board is signed in with',
    table: ({ request }) => {
      const { board, zone } = hostOf(request).state;
      const pages = (async function* () {
        yield await signedInOf(deps, request);
      })();
      return { name: fileName(board, 'sessions'), zone, columns: sessionColumns, pages };
    },
  });
}

/** Who may do what on a board, what they are signed in with, and who is invited; never a link. */
export function peopleTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/people',
    summary: 'The people of a board',
    table: ({ request }) => {
      const { board, zone, books } = hostOf(request).state;
      const pages = (async function* () {
        yield await membersOf(deps.identity, [...books.members.people]);
      })();
      return { name: fileName(board, 'people'), zone, columns: personColumns, pages };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/invitations',
    summary: 'The invitations of a board, the newest first',
    table: ({ request }) => {
      const { board, zone } = hostOf(request).state;
      const pages = (async function* () {
        const invitations = await deps.identity.invitations.list(board);
        yield* pagesOf(invitations.map(invitationAnswer));
      })();
      return { name: fileName(board, 'invitations'), zone, columns: invitationColumns, pages };
    },
  });

  sessionTable(api, deps);
}
