/**
 * The words of the pages, as far as the server says them too: a language is one file for both, and
 * what it lacks is said in English. `client/src/i18n` is words alone; the image has it as well.
 */
import { createInstance, type TFunction } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Words = Record<string, object>;

/** Of the server alone, of happenings, of places, and of drives to begin from. */
const namespaces = ['outlets', 'watch', 'common', 'drive-templates'] as const;
export const sourceLanguage = 'en';

const folder = fileURLToPath(new URL('../../../client/src/i18n/', import.meta.url));
// Our own files: the string check says where they are not as they must be.
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Words;
const only = (of: (namespace: string) => object | undefined): Words =>
  Object.fromEntries(namespaces.map((name) => [name, of(name) ?? {}]));

function readLanguages(): Record<string, Words> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const others = files.map((file): [string, Words] => {
    const words = read(file);
    return [basename(file, '.json'), only((name) => words[name])];
  });
  const english = only((name) => read(`${sourceLanguage}/${name}.json`));
  return { ...Object.fromEntries(others), [sourceLanguage]: english };
}

const resources = readLanguages();
const instance = createInstance({
  resources,
  ns: [...namespaces],
  defaultNS: 'outlets',
  fallbackLng: sourceLanguage,
  initAsync: false,
  // What is written is escaped where it is put into XML, HTML or a chat.
  interpolation: { escapeValue: false },
});
void instance.init();

export const languages: ReadonlySet<string> = new Set(Object.keys(resources));

export const speaker = (
  language: string,
  namespace: (typeof namespaces)[number] = 'outlets',
): TFunction => instance.getFixedT(language, namespace);
