import type { Metric } from '@emulation/shared';
import { isolate, localeOf } from '../i18n/locale.ts';
import { keptFormat } from './kept-format.ts';

export { localeOf };

type NumberShape = Pick<Metric, 'decimals'>;
const numberFormat = keptFormat((locale: string, decimals: number) => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale, digits);
});

/** A decimal string at the metric's decimals; formatted as text, so no digit is lost to doubles. */
export function formatNumber(value: string, metric: NumberShape, locale = localeOf()): string {
  // Intl takes decimal strings exactly (ES2023); the library's type asks for a numeric literal.
  const exact = value as `${number}`;
  return numberFormat(locale, metric.decimals).format(exact).replace('-', '−');
}

/** With its unit of measure: `94.5 %`. */
export function formatValue(
  value: string,
  metric: Pick<Metric, 'decimals' | 'unitOfMeasure'>,
  locale = localeOf(),
): string {
  const number = formatNumber(value, metric, locale);
  return isolate(metric.unitOfMeasure ? `${number}\u202f${metric.unitOfMeasure}` : number);
}

const dayFormat = keptFormat(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);
const timeFormat = keptFormat(
  (locale: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
);

/** A date stays a date; a UTC time is shown in the board's zone. */
export function formatDate(at: string, timeZone: string, locale = localeOf()): string {
  const dayOnly = at.length === 10;
  const time = new Date(dayOnly ? `${at}T00:00:00Z` : at);
  return (dayOnly ? dayFormat(locale) : timeFormat(locale, timeZone)).format(time);
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Infinity],
];

const ageFormat = keptFormat(
  (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);
const listFormat = keptFormat(
  (locale: string) => new Intl.ListFormat(locale, { type: 'conjunction' }),
);
const percentFormat = keptFormat(
  (locale: string, mostDecimals: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: mostDecimals }),
);

/** How long ago, in the largest unit that fits: `3 minutes ago`. */
export function formatAge(ageMs: number, locale = localeOf()): string {
  const format = ageFormat(locale);
  let amount = Math.max(0, ageMs) / 1000;
  for (const [unit, size] of steps) {
    if (amount < size) return format.format(-Math.floor(amount), unit);
    amount /= size;
  }
  return '';
}

/** A part of the whole, `0.052` as `5.2 %` in the manner of the language. */
export function formatPercent(part: number, mostDecimals = 1, locale = localeOf()): string {
  return percentFormat(locale, mostDecimals).format(part);
}

/** `A, B and C`. */
export function formatList(items: readonly string[], locale = localeOf()): string {
  return listFormat(locale).format(items);
}
