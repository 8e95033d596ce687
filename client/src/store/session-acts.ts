/** What the posting page does with the session; other pages only ask what it is. */
import { closeSession, session } from '../api/client.ts';
import {
  doubtSession,
  noteSession,
  rememberedOwner,
  rememberOwner,
  sessionHeardAt,
  useSession,
} from './session.ts';
import { onTabNews, tellTabs } from './tab-news.ts';

/** An answer older than this is asked for again by whoever must be sure. */
const freshMs = 20_000;

// Signed in or out in another tab: the cookie is the same for all of them.
onTabNews(({ kind }) => {
  if (kind !== 'session') return;
  useSession.setState({ owner: rememberedOwner() });
  doubtSession();
});

/** Whose results this device shows: also while the server is away or the session has run out. */
export function useOwner(): string | null {
  return useSession(({ owner }) => owner);
}

/** Calls `listener` whenever the device changes hands, until the returned function is called. */
export function onOwnerChange(listener: () => void): () => void {
  return useSession.subscribe((now, before) => {
    if (now.owner !== before.owner || now.role !== before.role) listener();
  });
}

/**
 * Who is signed in now; null: nobody.
 * @throws ApiProblem where the server does not say.
 */
export async function signedInAs(): Promise<string | null> {
  const { role, owner } = useSession.getState();
  if (role !== 'unknown' && Date.now() - sessionHeardAt() < freshMs)
    return role === 'anonymous' ? null : owner;
  const answer = await session();
  noteSession(answer);
  return answer.role === 'anonymous' ? null : answer.actor;
}

/** @throws ApiProblem where the server did not do it: the visitor is then still signed in. */
export async function signOut(): Promise<void> {
  await closeSession();
  rememberOwner(null);
  useSession.setState({ role: 'anonymous', owner: null, name: undefined, memberships: [] });
  tellTabs({ kind: 'session' });
  await import('./kept-topics.ts').then(({ forgetKept }) => forgetKept());
  noteSession(await session());
}
