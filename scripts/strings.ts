/** Every word the client asks for exists in English, and every word that exists is asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.js';
import { listSources, readText } from './source-files.ts';
import { complaints, type StepOutcome } from './steps/step.ts';

const wordFolder = 'client/src/i18n/en';
const asked = /(?:\bt\(\s*|i18nKey=\{?|\bt\([^()'"`]*\?\s*)(['"`])((?:(?!\1).)+)\1/g;
const ending = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

type Words = { [key: string]: string | Words };

function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

/** `t('watch:title')` and `t('title')` ask for `title`; `` t(`link.${state}`) `` for `link.…`. */
export function askedKeys(code: string): string[] {
  return [...code.matchAll(asked)].map(([, , key = '']) => key.replace(/^\w+:/, ''));
}

export function missingKeys(known: ReadonlySet<string>, keys: readonly string[]): string[] {
  const names = [...known];
  return keys.filter((key) => {
    const [prefix = '', dynamic] = key.split('${', 2);
    return dynamic === undefined ? !known.has(key) : !names.some((name) => name.startsWith(prefix));
  });
}

export function checkStrings(): StepOutcome {
  const known = new Map<string, string>();
  for (const name of readdirSync(join(root, wordFolder))) {
    const words: unknown = JSON.parse(readText(`${wordFolder}/${name}`));
    // Our own files: nested objects of strings.
    for (const key of keysOf(words as Words)) known.set(key.replace(ending, ''), name);
  }
  const sources = listSources(/^client\/src\/.*(?<!\.test)\.tsx?$/).map((path) => ({
    path,
    code: readText(path),
  }));
  const missing = sources.flatMap(({ path, code }) =>
    missingKeys(new Set(known.keys()), askedKeys(code)).map((key) => `${path}: no word for ${key}`),
  );
  return complaints(missing, `${known.size} words`);
}
