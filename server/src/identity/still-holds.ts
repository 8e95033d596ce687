import type { Token } from '@emulation/shared';
import type { Actor } from './actor.ts';
import type { Credentials } from './credentials.ts';
import { isCurrent } from './machine-token.ts';

export interface HoldingDeps {
  credentials: Pick<Credentials, 'holds'>;
  clock: { now(): number };
  findToken(board: string, id: string): Token | undefined;
}

/** Whether what somebody came with still holds: asked for every event of a socket. */
export function stillHolds(actor: Actor, deps: HoldingDeps): boolean {
  if (actor.kind === 'machine') {
    const token = deps.findToken(actor.board, actor.token);
    return token !== undefined && isCurrent(token, deps.clock.now());
  }
  return actor.kind !== 'person' || deps.credentials.holds(actor.credential);
}
