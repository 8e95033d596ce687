import type { FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { HonourBody } from '../vocabulary/honour.ts';
import type { Honour } from './book.ts';

export type DraftedHonour =
  | { kind: 'fact'; fact: FactOf<'honour.awarded'> }
  /** The very same honour stands already. */
  | { kind: 'same'; honour: Honour }
  | { kind: 'problems'; problems: FactProblem[] };

function problemsOf(state: BoardState, body: HonourBody): FactProblem[] {
  const problems: FactProblem[] = [];
  if (!state.books.honours.titles.has(body.title))
    problems.push({ kind: 'unknown-title', path: 'title', message: `no title "${body.title}"` });
  if (!state.units.has(body.unit))
    problems.push({ kind: 'unknown-unit', path: 'unit', message: `no unit "${body.unit}"` });
  return problems;
}

function isSame(honour: Honour, body: HonourBody): boolean {
  return (
    honour.withdrawn === undefined &&
    honour.title === body.title &&
    honour.unit === body.unit &&
    honour.citation === body.citation &&
    honour.drive === body.drive
  );
}

/** Makes the fact of an award, or says what is wrong with it. An honour never changes. */
export function draftHonour(state: BoardState, id: string, body: HonourBody): DraftedHonour {
  const existing = state.books.honours.honours.get(id);
  if (existing && isSame(existing, body)) return { kind: 'same', honour: existing };
  if (existing)
    return {
      kind: 'problems',
      problems: [
        {
          kind: 'honour-exists',
          path: 'id',
          message: 'an honour with this id was awarded already',
        },
      ],
    };
  const problems = problemsOf(state, body);
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'honour.awarded', id, ...body } };
}
