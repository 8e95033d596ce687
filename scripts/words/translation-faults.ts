/** A language says everything that English says, in the plural forms it has, with the same blanks. */
import { form, formsOf } from './filled-words.ts';
import type { Language } from './language-files.ts';
import type { Words } from './word-tree.ts';

const blank = /\{\{\s*-?\s*([\w.]+).*?\}\}|<\/?(\w+)[^>]*>/g;

/** `{{count}}` may be said in words where the form itself tells it: `one day`. */
function blanksOf(text: string): Set<string> {
  const found = [...text.matchAll(blank)].map(([, name, tag]) => name ?? `<${tag ?? ''}>`);
  return new Set(found.filter((name) => name !== 'count'));
}

export function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words))
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  return flat;
}

/** Every key the language must have, with the English text it says. */
function demanded(code: string, english: ReadonlyMap<string, string>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [key, text] of english) {
    const general = english.get(key.replace(/[a-z]+$/, 'other')) ?? text;
    if (!form.test(key)) keys.set(key, text);
    else for (const wanted of formsOf(code, key)) keys.set(wanted, wanted === key ? text : general);
  }
  return keys;
}

function blankFaults(key: string, english: string, own: string): string[] {
  const [wanted, given] = [blanksOf(english), blanksOf(own)];
  const lost = [...wanted].filter((name) => !given.has(name)).map((name) => `${key} loses ${name}`);
  const invented = [...given]
    .filter((name) => !wanted.has(name))
    .map((name) => `${key} has an unknown ${name}`);
  return [...lost, ...invented];
}

export function translationFaults(english: Language, { namespaces }: Language, code: string) {
  return Object.keys({ ...english.namespaces, ...namespaces }).flatMap((namespace) => {
    const source = english.namespaces[namespace];
    if (!source) return [`${namespace} is no namespace`];
    const wanted = demanded(code, flatten(source));
    const own = flatten(namespaces[namespace] ?? {});
    const missing = [...wanted.keys()].filter((key) => !own.has(key)).map((key) => `lacks ${key}`);
    const unknown = [...own.keys()]
      .filter((key) => !wanted.has(key))
      .map((key) => `${key} is in no English file`);
    const blanks = [...wanted].flatMap(([key, text]) => {
      const said = own.get(key);
      return said === undefined ? [] : blankFaults(key, text, said);
    });
    return [...missing, ...unknown, ...blanks].map((fault) => `${namespace}: ${fault}`);
  });
}
