import type { Appliers } from '../board/effect.ts';

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

export const cheersAppliers: Appliers<'cheers.counted'> = {
  'cheers.counted': (state, { units, results }) => {
    const { cheers } = state.books;
    for (const { unit, count } of units) add(cheers.units, unit, count);
    for (const { result, count } of results) add(cheers.results, result, count);
    return { happenings: [], areas: ['cheers'] };
  },
};
