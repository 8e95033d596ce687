/** Every word the client asks for exists in English, and every other language says the same. */
import { listSources, readText } from './source-files.ts';
import { complaints, type StepOutcome } from './steps/step.ts';
import { form } from './words/filled-words.ts';
import { readEnglish, readTranslations, wordFolder } from './words/language-files.ts';
import { flatten, translationFaults } from './words/translation-faults.ts';

const asked = /(?:\bt\(\s*|i18nKey=\{?|\bt\([^()'"`]*\?\s*)(['"`])((?:(?!\1).)+)\1/g;

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
  for (const [name, words] of Object.entries(readEnglish().namespaces))
    for (const key of flatten(words).keys()) known.set(key.replace(form, ''), name);
  const sources = listSources(/^client\/src\/.*(?<!\.test)\.tsx?$/).map((path) => ({
    path,
    code: readText(path),
  }));
  const missing = sources.flatMap(({ path, code }) =>
    missingKeys(new Set(known.keys()), askedKeys(code)).map((key) => `${path}: no word for ${key}`),
  );
  const tongues = readTranslations();
  const faults = tongues.flatMap((language) =>
    translationFaults(readEnglish(), language, language.code).map(
      (fault) => `${wordFolder}/${language.code}.json: ${fault}`,
    ),
  );
  return complaints(
    [...missing, ...faults],
    `${known.size} words in ${tongues.length + 1} languages`,
  );
}
