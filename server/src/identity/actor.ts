/** Who acts. `id` is what the ledger keeps as the actor of an entry. */
export type Actor =
  | { kind: 'anonymous'; id: 'anonymous' }
  | { kind: 'steward'; id: 'steward:token' | 'steward:session' };

export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous' };
export const stewardByToken: Actor = { kind: 'steward', id: 'steward:token' };
export const stewardBySession: Actor = { kind: 'steward', id: 'steward:session' };
