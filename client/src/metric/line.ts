import type { Scope } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';

/** Whose line of records: `of` is the sector or unit, empty for the board. */
export interface Line {
  scope: Scope;
  of: string;
}

/** What an address asks for; a sector or unit that the board does not have is the board's line. */
export function readLine(search: URLSearchParams, { sectors, units }: Vocabulary): Line {
  const of = search.get('of') ?? '';
  if (search.get('scope') === 'sector' && sectors.has(of)) return { scope: 'sector', of };
  if (search.get('scope') === 'unit' && units.has(of)) return { scope: 'unit', of };
  return { scope: 'board', of: '' };
}
