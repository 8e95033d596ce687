import type { FormRow, RankingRow } from '@emulation/shared';

const byPlace = (a: RankingRow, b: RankingRow) =>
  a.place - b.place || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1);

/** A shared place is one more than the rows that stand strictly before it. */
function placed<T extends { place: number }>(rows: readonly T[]): T[] {
  let [place, old] = [0, NaN];
  return rows.map((row, at) => {
    if (row.place !== old) [place, old] = [at + 1, row.place];
    return { ...row, place };
  });
}

/** The rows of a ranking in order; only those of `members`, with places among them, where given. */
export function rankedRows(
  rows: Iterable<RankingRow>,
  members?: (unit: string) => boolean,
): RankingRow[] {
  const sorted = [...rows].sort(byPlace);
  return members ? placed(sorted.filter(({ unit = '' }) => members(unit))) : sorted;
}

/**
 * By how many places each unit has risen since the day began, below zero where it fell; `new` where
 * it had none. Undefined where nobody moved: then there is nothing to tell.
 */
export function movesOf(
  rows: readonly RankingRow[],
  form: ReadonlyMap<string, FormRow>,
): ReadonlyMap<string, number | 'new'> | undefined {
  const before = rows.flatMap(({ unit = '' }) => {
    const place = form.get(unit)?.before;
    return place === null || place === undefined ? [] : [{ unit, place }];
  });
  if (before.length === 0) return undefined;
  const then = new Map(
    placed(before.sort((a, b) => a.place - b.place)).map(({ unit, place }) => [unit, place]),
  );
  const moves = new Map<string, number | 'new'>();
  for (const { unit = '', place } of rows) {
    const old = then.get(unit);
    if (form.has(unit)) moves.set(unit, old === undefined ? 'new' : old - place);
  }
  return [...moves.values()].some((move) => move !== 0) ? moves : undefined;
}
