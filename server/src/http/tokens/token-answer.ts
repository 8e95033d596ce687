import type { Token, TokenAnswer } from '@emulation/shared';
import type { HttpDeps } from '../deps.ts';

/** A token as stewards see it: without what is kept of its secret. */
export async function tokenAnswer(
  { tokenUses }: Pick<HttpDeps, 'tokenUses'>,
  board: string,
  { hash: _, ...token }: Token,
): Promise<TokenAnswer> {
  const lastUsedAt = await tokenUses.find(board, token.id);
  return { ...token, ...(lastUsedAt === undefined ? {} : { lastUsedAt }) };
}
