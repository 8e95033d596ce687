import { draftDisplay, type BoardState, type FactOf } from '@emulation/shared';
import { Refusal } from '../../errors/refusal.ts';
import { makeToken } from '../../identity/machine-token.ts';
import type { Asking } from '../../machines/screen-desk.ts';
import type { HttpDeps } from '../deps.ts';
import { watchedHost } from '../watched-host.ts';
import { newTokenId, refuseTooMany } from '../tokens/tokens.ts';

type Decided = NonNullable<Asking['decided']>;

/** A wall that is admitted anew has one token: the one before goes. */
function revocations({ books }: BoardState, display: string): FactOf<'token.revoked'>[] {
  return [...books.machines.tokens.values()]
    .filter((token) => token.right === 'screen' && token.display === display)
    .map(({ id }) => ({ type: 'token.revoked', id }));
}

/** Its name and playlist; whatever has gone since the steward chose it is left out. */
function naming(
  state: BoardState,
  display: string,
  { name, playlist: chosen }: Decided,
): FactOf<'display.named'>[] {
  const { displays, playlists } = state.books.displays;
  const wanted = chosen === undefined ? displays.get(display)?.playlist : chosen;
  const playlist = wanted && playlists.has(wanted) ? wanted : null;
  const drafted = draftDisplay(state, display, { name, playlist });
  return drafted.kind === 'fact' ? [drafted.fact] : [];
}

/** Makes the token of a display that was approved, in the name of the steward who approved it, and from there. */
export async function admit(deps: HttpDeps, asking: Asking): Promise<string> {
  const known = deps.boards.get(asking.board ?? '');
  const { decided, display } = asking;
  if (!known || !decided) throw new Refusal('unknown-board');
  const { origin } = decided;
  const host = origin ? watchedHost(known, deps.origins, origin) : known;
  const { state } = host;
  const replaced = display === undefined ? [] : revocations(state, display);
  if (replaced.length === 0) refuseTooMany(state);
  const id = newTokenId();
  const { token, hash } = makeToken(state.board, id);
  const made: FactOf<'token.made'> = {
    type: 'token.made',
    id,
    name: decided.name,
    hash,
    right: 'screen',
    ...(display === undefined ? {} : { display }),
  };
  const named = display === undefined ? [] : naming(state, display, decided);
  const at = new Date(deps.clock.now()).toISOString();
  const drafts = [...replaced, made, ...named].map((fact) => ({ fact, actor: decided.actor, at }));
  try {
    await host.commit(drafts, 'refuse');
  } catch (error) {
    await deps.screens.desk.giveBack(asking);
    throw error;
  }
  return token;
}
