import type { PartnerRole } from '../vocabulary/result.ts';

/** A partner that said it had no part in a joint result. */
export interface Declined {
  unit: string;
  role: PartnerRole;
  /** Its share before it declined, a decimal string. */
  share: string;
  /** When it declined, ISO UTC. */
  at: string;
  actor: string;
  reason?: string;
}

/** By the position of the result. */
export interface CooperationBook {
  declined: Map<number, Declined[]>;
}

export function createCooperationBook(): CooperationBook {
  return { declined: new Map() };
}
