import type { AuditRow } from '@emulation/shared';
import type { StoredEntry } from '../../ledger/ledger.ts';
import type { HttpDeps } from '../deps.ts';
import { actorNames } from './actor-names.ts';
import { auditRow, matches, mayMatch, type AuditFilter } from './audit-query.ts';

type AuditDeps = Pick<HttpDeps, 'ledger' | 'identity' | 'origins'>;

const pageLength = 500;

/** The acts of a page that match, newest first, with names and where they came from. */
async function rowsOf(
  deps: AuditDeps,
  entries: readonly StoredEntry[],
  filter: AuditFilter,
): Promise<AuditRow[]> {
  const asked = entries.filter((entry) => mayMatch(entry, filter)).toReversed();
  const [first, last] = [asked.at(-1), asked[0]];
  if (!first || !last) return [];
  const [nameOf, notes] = await Promise.all([
    actorNames(
      deps,
      asked.map(({ actor }) => actor),
    ),
    deps.origins.find(first.board, first.seq, last.seq),
  ]);
  return asked
    .map((entry) => {
      const name = nameOf(entry.actor);
      const origin = notes.find((note) => note.first <= entry.seq && entry.seq <= note.last);
      return auditRow(entry, { name, origin });
    })
    .filter((row) => matches(row, filter));
}

/** Backwards from before `before`, page by page: what matches, and the position that was reached. */
export async function* actsBackwards(
  deps: AuditDeps,
  board: string,
  { before, filter }: { before: number; filter: AuditFilter },
): AsyncGenerator<{ rows: AuditRow[]; reached: number }> {
  let end = before - 1;
  while (end > 0) {
    const since = Math.max(0, end - pageLength);
    const entries = await deps.ledger.readStored(board, since, end - since);
    yield { rows: await rowsOf(deps, entries, filter), reached: since + 1 };
    end = since;
  }
}
