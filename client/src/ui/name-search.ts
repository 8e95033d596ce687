/** Finding names as people type them: without accents, in any order of words. */
const marks = /\p{M}/gu;

export function foldName(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLocaleLowerCase().normalize('NFC');
}

interface Named {
  name: string;
}

/** At most `most` whose name holds every word; names that begin with the first word come first. */
export function findNames<T extends Named>(all: Iterable<T>, text: string, most: number): T[] {
  const words = foldName(text).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const leading: T[] = [];
  const other: T[] = [];
  for (const one of all) {
    const name = foldName(one.name);
    if (!words.every((word) => name.includes(word))) continue;
    (name.startsWith(first) ? leading : other).push(one);
    if (leading.length >= most) break;
  }
  return [...leading, ...other].slice(0, most);
}
