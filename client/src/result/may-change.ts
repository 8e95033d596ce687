import type { ResultRow } from '@emulation/shared';
import { useOwnUnits, useRole, type RoleHere } from '../store/session.ts';

/**
 * Who may correct or annul a result: a steward any that stands; a leader what an own unit posted,
 * until somebody has verified it. The server decides as `authorize` does; this says what to offer.
 */
export function mayChange(
  { unit, state }: Pick<ResultRow, 'unit' | 'state'>,
  role: RoleHere,
  ownUnits: readonly string[] = [],
): boolean {
  if (state === 'annulled') return false;
  if (role === 'steward') return true;
  return role === 'leader' && state !== 'verified' && ownUnits.includes(unit);
}

/** The same for the visitor. */
export function useMayChange(result: Pick<ResultRow, 'unit' | 'state'>): boolean {
  return mayChange(result, useRole(), useOwnUnits());
}
