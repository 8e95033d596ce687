import type { AuditRow } from '@emulation/shared';
import type { StoredEntry } from '../../ledger/ledger.ts';
import type { HttpDeps } from '../deps.ts';
import { actorNames, machineName } from './actor-names.ts';
import { auditRow, matches, mayMatch, type AuditFilter } from './audit-query.ts';

type AuditDeps = Pick<HttpDeps, 'ledger' | 'identity' | 'origins' | 'boards'>;

const pageLength = 500;

/** The acts of a page that match, as they stand in the ledger, with names and where they came from. */
async function rowsOf(
  deps: AuditDeps,
  entries: readonly StoredEntry[],
  filter: AuditFilter,
): Promise<AuditRow[]> {
  const asked = entries.filter((entry) => mayMatch(entry, filter));
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return [];
  const [nameOf, notes] = await Promise.all([
    actorNames(
      deps,
      asked.map(({ actor }) => actor),
    ),
    deps.origins.find(first.board, first.seq, last.seq),
  ]);
  const state = deps.boards.get(first.board)?.state;
  return asked
    .map((entry) => {
      const name = nameOf(entry.actor) ?? (state && machineName(state, entry.actor));
      const origin = notes.find((note) => note.first <= entry.seq && entry.seq <= note.last);
      return auditRow(entry, { name, origin });
    })
    .filter((row) => matches(row, filter));
}

interface Asked {
  /** The position at which the board stood when it was asked. */
  head: number;
  /** Acts before it, or after it where the oldest come first. */
  start: number;
  filter: AuditFilter;
}

/**
 * All acts that match in the order that is asked for, page by page, and the position that was
 * reached: going on from there misses nothing.
 */
export async function* actsInOrder(
  deps: AuditDeps,
  board: string,
  { head, start, filter }: Asked,
): AsyncGenerator<{ rows: AuditRow[]; reached: number }> {
  if (filter.order === 'oldest') {
    for (let since = start; since < head; since += pageLength) {
      const reached = Math.min(head, since + pageLength);
      const entries = await deps.ledger.readStored(board, since, reached - since);
      yield { rows: await rowsOf(deps, entries, filter), reached };
    }
    return;
  }
  let end = start - 1;
  while (end > 0) {
    const since = Math.max(0, end - pageLength);
    const entries = await deps.ledger.readStored(board, since, end - since);
    yield { rows: (await rowsOf(deps, entries, filter)).toReversed(), reached: since + 1 };
    end = since;
  }
}
