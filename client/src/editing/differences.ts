/** One place where two texts of a thing differ, as it is written in each; none where it is absent. */
export interface Difference {
  /** Where: `['tasks', '0', 'target']`. */
  path: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}

interface Leaf {
  path: readonly string[];
  values: readonly string[];
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

/** Fields of text, numbers and yes or no, and lists of them: what a form holds in one place. */
function* leavesOf(value: unknown, path: readonly string[]): Generator<Leaf> {
  if (value === undefined || value === null) return;
  if (isPlain(value)) yield { path, values: [`${value as string | number | boolean}`] };
  else if (Array.isArray(value) && value.every(isPlain))
    yield { path, values: value.map((one) => `${one as string | number | boolean}`) };
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
}

/** No character of a key: paths are told apart also where a key has dots in it. */
const apart = '\u0000';
const byPath = (text: object) =>
  new Map([...leavesOf(text, [])].map((leaf) => [leaf.path.join(apart), leaf]));

/** Everything that one text of a thing says otherwise than another. */
export function differencesOf(mine: object, theirs: object): Difference[] {
  const [own, other] = [byPath(mine), byPath(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((key) => ({
      path: key.split(apart),
      mine: own.get(key)?.values ?? [],
      theirs: other.get(key)?.values ?? [],
    }))
    .filter((one) => one.mine.join(apart) !== one.theirs.join(apart));
}
