import type { Clock } from '../board/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createSecret, digest } from './secret.ts';

export const setupMs = 24 * 3_600_000;

type Keeper = Pick<Ledger, 'keep' | 'take'>;

const nameOf = (token: string) => `setup:${digest(token)}`;

/** Makes the token of a set-up link. The ledger keeps its hash, so that any node can take it. */
export async function offerSetup(ledger: Keeper, clock: Clock): Promise<string> {
  const token = createSecret();
  await ledger.keep(nameOf(token), new Date(clock.now() + setupMs).toISOString());
  return token;
}

/** Spends a token: true once, and only before it expires. */
export async function takeSetup(ledger: Keeper, clock: Clock, token: string): Promise<boolean> {
  const expiry = await ledger.take(nameOf(token));
  return expiry !== undefined && clock.now() < Date.parse(expiry);
}
