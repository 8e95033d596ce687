import type { BoardState } from '@emulation/shared';
import { personIn } from '../../identity/actor.ts';
import type { HttpDeps } from '../deps.ts';

/** Tells the names of those who acted, where they are people that are still known. */
export async function actorNames(
  { identity }: Pick<HttpDeps, 'identity'>,
  actors: readonly string[],
): Promise<(actor: string) => string | undefined> {
  const people = new Set(actors.flatMap((actor) => personIn(actor) ?? []));
  const names = await identity.people.find([...people]);
  return (actor) => names.get(personIn(actor) ?? '')?.name;
}

/** What a machine of a board is called: its token, or the mapping by which its messages came. */
export function machineName(
  { books }: Pick<BoardState, 'books'>,
  actor: string,
): string | undefined {
  const [, mqtt, id = ''] = /^machine:(mqtt:)?(.+)$/.exec(actor) ?? [];
  const { mappings, tokens } = books.machines;
  return (mqtt === undefined ? tokens : mappings).get(id)?.name;
}
