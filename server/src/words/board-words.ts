/**
 * The words that the server itself writes for people: on preview images, in feeds, in chats, on
 * certificates. They are those of the board's language, whoever asks.
 */
import type { BoardState } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { languages, sourceLanguage, speaker } from './speaker.ts';

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
  const [base = ''] = (language ?? sourceLanguage).split('-');
  const wishes = [language ?? sourceLanguage, base];
  return wishes.find((code) => languages.has(code)) ?? sourceLanguage;
}

function wordsIn(language: string, timeZone: string): BoardWords {
  return {
    language,
    t: speaker(language),
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
