/**
 * The words of the pages. English, the source, is a folder with a file per namespace; every other
 * language is one file, `client/src/i18n/<code>.json`, whose first key holds its own name:
 *
 *     { "language": "Français", "common": { … }, "watch": { … } }
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../node24.js';
import { readText } from '../source-files.ts';
import { pseudoCode, pseudoWords } from './pseudo.ts';
import type { Words } from './word-tree.ts';

export interface Language {
  /** BCP 47. */
  code: string;
  /** In the language itself: whoever looks for it can read it. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** A tool of the developers: reached by its address, not offered to choose. */
  hidden: boolean;
  namespaces: { [namespace: string]: Words };
}

export const wordFolder = 'client/src/i18n';
const source = 'en';

const jsonIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));

// Our own files: nested objects of strings, and the checks say so where they are not.
const read = (path: string) => JSON.parse(readText(path)) as Words;

/** The script decides: Node knows it of every language. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  // In Node 24; not yet in the types.
  const locale = new Intl.Locale(code) as Intl.Locale & {
    getTextInfo: () => { direction?: string };
  };
  return locale.getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

export function readEnglish(): Language {
  const files = jsonIn(`${wordFolder}/${source}`);
  const namespaces = Object.fromEntries(
    files.map((name) => [basename(name, '.json'), read(`${wordFolder}/${source}/${name}`)]),
  );
  return { code: source, name: 'English', dir: 'ltr', hidden: false, namespaces };
}

/** A file as it stands, with what it lacks lacking. */
export function readTranslation(file: string): Language {
  const code = basename(file, '.json');
  const { language, ...namespaces } = read(`${wordFolder}/${file}`);
  return {
    code,
    name: typeof language === 'string' ? language : code,
    dir: directionOf(code),
    hidden: false,
    // Strings at the top are refused by the check.
    namespaces: namespaces as Language['namespaces'],
  };
}

/** What only the server says, on preview images and in feeds: no page loads it. */
export const serverNamespace = 'outlets';

export const readTranslations = (): Language[] => jsonIn(wordFolder).map(readTranslation);

/** Everything the build offers: English first, the others by name, the pseudo language last. */
export function readLanguages(): Language[] {
  const english = readEnglish();
  const others = readTranslations().sort((a, b) => a.name.localeCompare(b.name));
  const pseudo: Language = {
    code: pseudoCode,
    name: 'Pseudo',
    dir: 'rtl',
    hidden: true,
    namespaces: pseudoWords(english.namespaces),
  };
  return [english, ...others, pseudo];
}
