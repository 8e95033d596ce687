import type { Token, TokenAnswer } from '@emulation/shared';
import { personIn } from '../../identity/actor.ts';
import type { HttpDeps } from '../deps.ts';

type TokenDeps = Pick<HttpDeps, 'tokenUses' | 'identity'>;

/** Tokens as stewards see them: who made them and when they were last used, without the secret. */
export async function tokenAnswers(
  { tokenUses, identity }: TokenDeps,
  board: string,
  tokens: readonly Token[],
): Promise<TokenAnswer[]> {
  const people = new Set(tokens.flatMap(({ madeBy }) => personIn(madeBy) ?? []));
  const names = await identity.people.find([...people]);
  return Promise.all(
    tokens.map(async ({ hash: _, madeBy: actor, ...token }) => {
      const name = names.get(personIn(actor) ?? '')?.name;
      const lastUsedAt = await tokenUses.find(board, token.id);
      return {
        ...token,
        madeBy: { actor, ...(name === undefined ? {} : { name }) },
        ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
      };
    }),
  );
}
