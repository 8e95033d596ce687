import type { CooperationPair, ResultRow, SectorCooperation } from '@emulation/shared';
import type { ResultsQuery } from '../api/client.ts';
import type { Shown } from './pairs.ts';

/** How the part of a partner is called where only that is shown. */
const roleOf = { together: 'performed', helped: 'helped', lent: 'lent' } as const;

/** Parts of one sector in the results of another under what is shown. */
export function partsOf(row: SectorCooperation | undefined, shown: Shown): number {
  if (!row) return 0;
  return shown === 'all' ? row.performed + row.helped + row.lent : row[roleOf[shown]];
}

/** What a cell of the matrix is counted from. */
export function cellQuery({ from, to }: SectorCooperation, shown: Shown): ResultsQuery {
  const roles = shown === 'all' ? {} : { roles: roleOf[shown] };
  return { sector: to, partnerSector: from, ...roles };
}

/** Whether a joint result of two units counts for their pair: two helpers of a third are none. */
export function isOfPair({ units }: CooperationPair, shown: Shown, row: ResultRow): boolean {
  const parties = [{ unit: row.unit, role: 'performed' }, ...row.partners];
  const roles = units.map((unit) => parties.find((party) => party.unit === unit)?.role);
  const didPerform = roles.every((role) => role === 'performed');
  const isPair = didPerform || units.includes(row.unit);
  return isPair && (shown === 'all' || roleOf[shown] === (didPerform ? 'performed' : given(roles)));
}

/** The poster performed; what is told of the pair is the part of the other. */
const given = (roles: readonly (string | undefined)[]) =>
  roles.find((role) => role !== 'performed') ?? 'performed';
