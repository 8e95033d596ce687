/**
 * A language nobody speaks: English in right-to-left letters, a third longer. What a page shows in
 * Latin letters under `?lang=ar-XB` did not go through the words, and what does not fit will not fit
 * in German either.
 */
import type { Words } from './word-tree.ts';

export const pseudoCode = 'ar-XB';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const letters = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';
const kept = /(\{\{.*?\}\}|<[^>]*>)/;

const disguise = (text: string): string =>
  Array.from(text.toLowerCase(), (letter) => {
    const at = latin.indexOf(letter);
    return at < 0 ? letter : (letters[at] ?? letter);
  }).join('');

/** Placeholders and tags stay; every third word is said twice. */
export function pseudoText(text: string): string {
  return text
    .split(kept)
    .map((part) => (kept.test(part) ? part : disguise(part)))
    .join('')
    .replace(/(?<=^|\s)(\p{L}+)(?=\s\p{L}+\s\p{L}+)/gu, (word) => `${word} ${word}`);
}

const ordinal = /_ordinal_(?:zero|one|two|few|many|other)$/;
const plural = /_(?:zero|one|two|few|many|other)$/;

/** Arabic has six plural forms and one ordinal: each form is the English `_other`. */
export function pseudoWords<T extends Words>(words: T): T {
  const made: Words = {};
  for (const [key, value] of Object.entries(words)) {
    if (typeof value !== 'string') made[key] = pseudoWords(value);
    else if (ordinal.test(key)) made[key.replace(ordinal, '_ordinal_other')] = pseudoText(value);
    else if (plural.test(key)) {
      if (key.endsWith('_zero')) made[key] = pseudoText(value);
      if (!key.endsWith('_other')) continue;
      for (const form of ['zero', 'one', 'two', 'few', 'many', 'other'])
        made[key.replace(plural, `_${form}`)] ??= pseudoText(value);
    } else made[key] = pseudoText(value);
  }
  // The same keys with the same kinds of values.
  return made as T;
}
