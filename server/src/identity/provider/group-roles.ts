import type { MemberRole } from '@emulation/shared';
import type { GroupRole } from '../../config/group-role.ts';

/** What groups make somebody on one board. */
export interface Brought {
  group: string;
  role: MemberRole;
  units: string[];
}

type Claims = Record<string, unknown>;

function at(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  return claim.split('.').reduce<unknown>((found, part) => {
    const isObject = typeof found === 'object' && found !== null && Object.hasOwn(found, part);
    // `hasOwn` has just said that it is there.
    return isObject ? (found as Claims)[part] : undefined;
  }, claims);
}

/** The groups that a provider tells of somebody: a list, or a single name. */
export function groupsIn(claims: Claims, claim: string): string[] {
  const found = at(claims, claim);
  return [found].flat().filter((group) => typeof group === 'string');
}

/**
 * What somebody in these groups is, by board. The first role that fits holds; further groups of
 * leaders add their units to it.
 */
export function rolesBy(
  groups: readonly string[],
  roles: readonly GroupRole[],
): ReadonlyMap<string, Brought> {
  const brought = new Map<string, Brought>();
  for (const { group, board, role, units = [] } of roles) {
    if (!groups.includes(group)) continue;
    const known = brought.get(board);
    if (known === undefined) brought.set(board, { group, role, units: [...units].sort() });
    else if (known.role === 'leader' && role === 'leader')
      known.units = [...new Set([...known.units, ...units])].sort();
  }
  return brought;
}
