import type { Entry } from '../ledger/entry.ts';
import { showEntry, type Seen } from './show.ts';
import type { Sights, Veil } from './veil.ts';

/** Old news when it comes out: counted, and not announced one by one. */
function quietly(entry: Entry): Entry {
  const { fact } = entry;
  return fact.type === 'result.posted' ? { ...entry, fact: { ...fact, quiet: true } } : entry;
}

/**
 * Some drives hide no more while others still do: what only they hid comes out, in its order, at
 * the public positions that are next.
 */
export function liftFromDrives(
  sights: Pick<Sights, 'full' | 'public'>,
  veil: Veil,
  lifted: readonly string[],
): Seen[] {
  const shown: Seen[] = [];
  for (const [position, hidden] of veil.hidden) {
    hidden.by = hidden.by.filter((id) => !lifted.includes(id));
    if (hidden.by.length > 0) continue;
    const seen = showEntry(sights, veil, quietly(hidden.entry));
    if (seen) {
      veil.hidden.delete(position);
      shown.push(seen);
    } else {
      // It refers to what is still hidden by others.
      hidden.by = [...veil.drives];
    }
  }
  return shown;
}
