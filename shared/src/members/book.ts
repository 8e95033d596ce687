import { defaultSignedInDays, type MemberRole } from '../vocabulary/member.ts';

export interface Member {
  role: MemberRole;
  /** The units a leader leads; empty for everybody else. */
  units: readonly string[];
  /** Since when, ISO UTC. */
  since: string;
  /** The group of the identity provider that brought it; absent where people gave it. */
  group?: string;
}

/** Who may do what: by the opaque id of a person. No live view and no public answer shows it. */
export interface MembersBook {
  people: Map<string, Member>;
  /** Whose account was erased from here, and when (ISO UTC). */
  erased: Map<string, string>;
  /** How long a leader's phone stays signed in. */
  signedInDays: number;
}

export function createMembersBook(): MembersBook {
  return { people: new Map(), erased: new Map(), signedInDays: defaultSignedInDays };
}
