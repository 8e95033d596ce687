/** Leaves room for a suffix within the 80 characters of a slug. */
const mostLetters = 60;

function stemOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replace(/^-+|-+$/g, '');
}

/** An id that is readable where the name can be, and that none of `taken` has. */
export function freeId(name: string, kind: string, taken: ReadonlySet<string>): string {
  const stem = stemOf(name) || kind;
  let id = stem;
  for (let suffix = 2; taken.has(id); suffix++) id = `${stem}-${suffix}`;
  return id;
}

/** An id for each of the distinct names, in their order; the same names get the same ids again. */
export function idsOf(names: readonly string[], kind: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (ids.has(name)) continue;
    const id = freeId(name, kind, taken);
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}
