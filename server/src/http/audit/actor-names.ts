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
