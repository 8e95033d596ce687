/**
 * The spectator's page as the server sends it: what the page itself will show, as plain HTML that
 * stands before any script has run. It is built apart and runs on the server alone.
 */
import { firstBoard, newLink, type FirstBoard } from '@emulation/client-sdk';
import type { Happening, Row } from '@emulation/shared';
import { createInstance, type i18n } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { languages, words } from 'virtual:words';
import { Router } from 'wouter';
import { localeFor, pickLanguage } from '../i18n/language-choice.ts';
import { isolate, setLocale } from '../i18n/locale.ts';
import { live } from '../store/subscriptions.ts';
import { topicOf } from '../watch/ranking-question.ts';
import { readQuery } from '../watch/watch-query.ts';
import { WatchPage } from '../watch/watch-page.tsx';

export interface FirstWishes {
  /** Kept on the visitor's device. */
  device: string | undefined;
  /** What the visitor's browser asks for, the first wish first. */
  browser: readonly string[];
}

export interface FirstAsked {
  board: string;
  path: string;
  /** With its question mark, or empty. */
  search: string;
  epoch: string;
  seq: number;
  language: string;
  browser: readonly string[];
  /** What a board's topic holds now. */
  rowsOf: (topic: string) => ReadonlyMap<string, Row> | undefined;
  happenings: readonly Happening[];
}

const known = languages.map(({ code }) => code);
const spoken = new Map<string, Promise<i18n>>();
const namespaces = ['common', 'watch'];

async function speak(language: string): Promise<i18n> {
  const loaders = (await words[language]?.())?.loaders ?? {};
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, (await loaders[name]?.())?.words ?? {}] as const),
  );
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: Object.fromEntries(loaded) },
    fallbackLng: false,
    defaultNS: 'common',
    ns: namespaces,
    interpolation: { escapeValue: true, escape: isolate },
    returnNull: false,
  });
  return instance;
}

/** The language that the page will speak, decided as the page itself decides. */
export function languageOf(search: string, wishes: FirstWishes, board: string | undefined): string {
  const address = new URLSearchParams(search).get('lang') ?? undefined;
  return pickLanguage({ address, ...wishes, board }, known);
}

/** The topics that the page begins with; the ranking is that of the address, or the board's first. */
function topicsFor(search: string, board: ReadonlyMap<string, Row>): string[] {
  const query = readQuery(new URLSearchParams(search));
  const metrics = [...board.keys()].flatMap((key) => /^metric:(.*)$/.exec(key)?.[1] ?? []);
  const metric = metrics.includes(query.metric) ? query.metric : (metrics[0] ?? '');
  return [topicOf({ ...query, metric }), 'records'].filter(Boolean);
}

/** More than this is not worth its way: the page asks for it when it stands. */
const mostBytes = 160_000;

function collect(asked: FirstAsked): FirstBoard | undefined {
  const { board, epoch, seq, search, rowsOf, happenings } = asked;
  const words = rowsOf('board');
  if (!words) return undefined;
  const topics: Record<string, Record<string, Row>> = { board: Object.fromEntries(words) };
  for (const topic of topicsFor(search, words)) {
    const rows = rowsOf(topic);
    if (rows) topics[topic] = Object.fromEntries(rows);
  }
  return { board, epoch, seq, topics, happenings };
}

/** `undefined` where the board holds more than a first view should. */
export async function renderFirst(
  asked: FirstAsked,
): Promise<{ html: string; data: string; dir: string } | undefined> {
  const first = collect(asked);
  const data = JSON.stringify(first);
  if (!first || data.length > mostBytes) return undefined;
  const { language, browser, board, path, search } = asked;
  let speaking = spoken.get(language);
  if (!speaking) spoken.set(language, (speaking = speak(language)));
  const i18n = await speaking;
  // From here to the end nothing else runs: the store and the locale are those of this page.
  const dir = languages.find(({ code }) => code === language)?.dir ?? 'ltr';
  setLocale(localeFor(language, browser), dir);
  live.setState({ boards: { [board]: firstBoard(first) }, link: newLink });
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Router ssrPath={path} ssrSearch={search}>
        <WatchPage board={board} />
      </Router>
    </I18nextProvider>,
  );
  return { html, data, dir };
}

// React asks a store on a server for what it began with.
live.getInitialState = live.getState;
