/** One place where two texts of a thing differ, as it is written in each; '' where it is absent. */
export interface Difference {
  /** Where: `tasks.0.target`. */
  path: string;
  mine: string;
  theirs: string;
}

function leavesOf(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === undefined || value === null) return into;
  // What a form holds besides lists and fields is text, numbers and yes or no.
  if (typeof value !== 'object') return into.set(path, `${value as string | number | boolean}`);
  for (const [key, inner] of Object.entries(value))
    leavesOf(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

/** Everything that one text of a thing says otherwise than another. */
export function differencesOf(mine: object, theirs: object): Difference[] {
  const [own, other] = [leavesOf(mine, '', new Map()), leavesOf(theirs, '', new Map())];
  return [...new Set([...own.keys(), ...other.keys()])]
    .filter((path) => own.get(path) !== other.get(path))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((path) => ({ path, mine: own.get(path) ?? '', theirs: other.get(path) ?? '' }));
}
