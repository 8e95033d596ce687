/**
 * The words that the server itself writes for people: on preview images, in feeds, on certificates.
 * They are those of the board's language, whoever asks; a language is one file beside this one.
 */
import type { BoardState } from '@emulation/shared';
import { createInstance, type TFunction } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const source = 'en';

function readLanguages(): Record<string, { outlets: object }> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => {
      // Our own files: the string check says where they are not as they must be.
      const words = JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as object;
      return [basename(name, '.json'), { outlets: words }];
    }),
  );
}

const resources = readLanguages();
const speaker = createInstance({
  resources,
  ns: ['outlets'],
  defaultNS: 'outlets',
  fallbackLng: source,
  initAsync: false,
  // What is written is escaped where it is put into XML or HTML.
  interpolation: { escapeValue: false },
});
void speaker.init();

export interface BoardWords {
  /** BCP 47; for `lang` and for what `Intl` writes. */
  language: string;
  t: TFunction;
  /** Every digit of a decimal string. */
  number: (value: string) => string;
  /** A date stays a date; a time is told in the board's zone. */
  date: (at: string, style?: 'long' | 'medium') => string;
  list: (names: readonly string[]) => string;
}

/** `de-AT` where there is only `de`; English where the board has no language or one without words. */
function spoken(language: string | undefined): string {
  const [base = ''] = (language ?? source).split('-');
  return [language ?? source, base].find((code) => code in resources) ?? source;
}

function wordsIn(language: string, timeZone: string): BoardWords {
  return {
    language,
    t: speaker.getFixedT(language, 'outlets'),
    number(value) {
      const decimals = value.split('.')[1]?.length ?? 0;
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      // Intl takes decimal strings exactly; the library's type asks for a numeric literal.
      const exact = value as `${number}`;
      return new Intl.NumberFormat(language, digits).format(exact).replace('-', '−');
    },
    date(at, style = 'long') {
      const isDay = !at.includes('T');
      const shape = {
        dateStyle: style,
        ...(isDay || style === 'long' ? {} : { timeStyle: 'short' as const }),
        timeZone: isDay ? 'UTC' : timeZone,
      };
      return new Intl.DateTimeFormat(language, shape).format(new Date(at));
    },
    list: (names) => new Intl.ListFormat(language).format(names),
  };
}

/** One for each language and zone: making formats costs more than using them. */
const kept = new Map<string, BoardWords>();

export function boardWords({ info, books }: BoardState): BoardWords {
  const language = spoken(books.look?.language);
  const timeZone = info?.timeZone ?? 'UTC';
  const key = `${language} ${timeZone}`;
  const known = kept.get(key) ?? wordsIn(language, timeZone);
  kept.set(key, known);
  return known;
}
