/** What a language lacks is said in English, decided when the pages are built: no visitor loads two. */
import type { Words } from './word-tree.ts';

export const form = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/**
 * The keys that a language needs where English has `key`: one for each of its own plural forms.
 * `_zero` is asked for in every language where the count is 0.
 */
export function formsOf(code: string, key: string): string[] {
  if (key.endsWith('_zero')) return [key];
  const isOrdinal = /_ordinal_/.test(key);
  const rules = new Intl.PluralRules(code, { type: isOrdinal ? 'ordinal' : 'cardinal' });
  const name = key.replace(form, isOrdinal ? '_ordinal' : '');
  return rules.resolvedOptions().pluralCategories.map((category) => `${name}_${category}`);
}

export function fillWords(code: string, english: Words, own: Words = {}): Words {
  const filled: Words = { ...own };
  for (const [key, value] of Object.entries(english)) {
    const mine = own[key];
    if (typeof value !== 'string')
      filled[key] = fillWords(code, value, typeof mine === 'object' ? mine : {});
    else if (form.test(key)) {
      const other = english[key.replace(form, (found) => found.replace(/[a-z]+$/, 'other'))];
      for (const wanted of formsOf(code, key)) filled[wanted] ??= english[wanted] ?? other ?? value;
    } else filled[key] ??= value;
  }
  return filled;
}
