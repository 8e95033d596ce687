/**
 * The words of the pages, in one language at a time. A namespace is loaded when a component first
 * asks for it (`useTranslation('watch')`); the routes in app.tsx ask beforehand, so that the words
 * come along with the page's code. Nothing is imported: see CONTRIBUTING, "Words".
 */
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, words } from 'virtual:words';
import { keptLanguage, keepLanguage } from './kept-language.ts';
import { isWallPath, localeFor, pickLanguage, type LanguageWishes } from './language-choice.ts';
import { isolate, setLocale } from './locale.ts';

const known = languages.map(({ code }) => code);

const wishes: LanguageWishes = { browser: [] };

function readWishes(): void {
  wishes.address = new URLSearchParams(location.search).get('lang') ?? undefined;
  wishes.device = keptLanguage();
  wishes.browser = navigator.languages;
  wishes.isWall = isWallPath(location.pathname);
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, answer) {
    const find = words[language];
    if (!find) return answer(new Error(`no words: ${language}`), false);
    find()
      .then(({ loaders }) => loaders[namespace]?.() ?? { words: {} })
      .then(
        (loaded) => answer(null, loaded.words),
        // `true` asks for another attempt: the network may be back.
        (error: unknown) => answer(error instanceof Error ? error : new Error('not loaded'), true),
      );
  },
};

function showLanguage(language: string): void {
  const { documentElement } = document;
  const dir = languages.find(({ code }) => code === language)?.dir ?? 'ltr';
  setLocale(localeFor(language, navigator.languages), dir);
  // The server may have said it already; said again, it has the whole page styled anew.
  if (documentElement.lang !== language) documentElement.lang = language;
  if (documentElement.dir !== dir) documentElement.dir = dir;
}

/** Components wait (Suspense) until the words they ask for are there. */
export function startWords(): void {
  readWishes();
  const language = pickLanguage(wishes, known);
  showLanguage(language);
  i18next.on('languageChanged', showLanguage);
  void i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      // At once: what asks for words while they load must know the language.
      initAsync: false,
      load: 'currentOnly',
      // The build has filled what a language lacks: a second language is never loaded.
      fallbackLng: false,
      defaultNS: 'common',
      ns: ['common'],
      // React escapes what it shows; what is filled in keeps its own direction.
      interpolation: { escapeValue: true, escape: isolate },
      returnNull: false,
    });
}

/** The words of a page, asked for while its code is on the way. */
export async function loadWords(...namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
}

function follow(): void {
  const language = pickLanguage(wishes, known);
  if (language !== i18next.language) void i18next.changeLanguage(language);
}

/** The visitor's own choice: it also overrides the address, until the page is opened again. */
export function chooseLanguage(code: string): void {
  wishes.address = undefined;
  wishes.device = code;
  keepLanguage(code);
  follow();
}

/** What a board's steward chose for it, as soon as the board is known. */
export function offerLanguage(code: string | undefined): void {
  wishes.board = code;
  follow();
}

export const choosable = languages.filter(({ hidden }) => !hidden);
export { i18next };
