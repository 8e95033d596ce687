import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../store/board-store.ts';
import { formatDate, formatList, localeOf } from '../ui/format.ts';
import { weekdayName } from '../ui/weekday-name.ts';
import type { Reading } from './readable-difference.ts';

/** How the reader of the page reads what stands in a form of the board. */
export function useReading(board: string): Reading {
  const { i18n } = useTranslation('editing');
  const { units, sectors, metrics, board: info } = useVocabulary(board);
  const byKind = { unit: units, sector: sectors, metric: metrics };
  return {
    // Keys come from a table, which a test holds against the words there are.
    say: (key, values = {}) => {
      const say = i18n.t.bind(i18n) as (key: string, values: Record<string, string>) => string;
      return i18n.exists(key) ? say(key, values) : undefined;
    },
    nameOf: (kind, id) => byKind[kind].get(id)?.name ?? id,
    weekday: weekdayName,
    time: (at) => formatDate(at, info?.timeZone ?? 'UTC'),
    language: (code) =>
      new Intl.DisplayNames(localeOf(), { type: 'language', fallback: 'code' }).of(code) ?? code,
    list: formatList,
  };
}
