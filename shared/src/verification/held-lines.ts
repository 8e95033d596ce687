import type { Located } from '../board/revise.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { brokeThrough, standsAt } from '../records/queries.ts';
import { describeMark } from '../records/claims.ts';
import { compareMarks } from '../records/line.ts';
import { lineAt, lineKeysOf, rulesOf, type LineKey } from '../records/scopes.ts';
import type { HeldLine } from './row.ts';

function idOfKey(state: BoardState, { scope, of }: LineKey): string {
  if (scope === 'board') return '';
  return idAt(scope === 'sector' ? state.sectorIndex : state.unitIndex, of);
}

/** The lines in which a result is a mark now, the widest first. */
export function heldLines(state: BoardState, { metric, index }: Located): HeldLine[] {
  return lineKeysOf(metric, index).flatMap((key): HeldLine[] => {
    const line = lineAt(metric, key);
    const position = line.marks.indexOf(index);
    if (position < 0) return [];
    const before = line.marks[position - 1];
    const isEqual =
      before !== undefined && compareMarks(rulesOf(metric, key.scope), index, before) === 0;
    return [
      {
        scope: key.scope,
        key: idOfKey(state, key),
        how: isEqual ? 'equalled' : 'broken',
        breakthrough: brokeThrough(metric, key, position),
        standing: standsAt(metric, key, position),
        previous: before === undefined ? null : describeMark(state, metric, before),
      },
    ];
  });
}
