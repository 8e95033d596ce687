import type { Vocabulary } from '../store/board-store.ts';

const known = new WeakMap<Vocabulary, Vocabulary>();

function used<T extends { retired?: string }>(parts: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...parts].filter(([, { retired }]) => retired === undefined));
}

/** What results can be posted for: nothing that is retired. The same one for the same vocabulary. */
export function inUse(vocabulary: Vocabulary): Vocabulary {
  const found = known.get(vocabulary);
  if (found) return found;
  const { units, metrics } = vocabulary;
  const made = { ...vocabulary, units: used(units), metrics: used(metrics) };
  known.set(vocabulary, made);
  return made;
}
