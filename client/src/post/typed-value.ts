import { canonicalDecimal, maxDigits, toMinor, formatMinor } from '@emulation/shared';

/** What a typed number says in a language, at a metric's decimals. */
export type TypedValue =
  | { kind: 'empty' }
  | { kind: 'unreadable' }
  | { kind: 'too-long' }
  /** `value` is what is posted, `rounded` what counts; they differ when more was typed than counts. */
  | { kind: 'value'; value: string; rounded: string };

export interface Separators {
  decimal: string;
  group: string;
}

export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: find('decimal') ?? '.', group: find('group') ?? '' };
}

/**
 * Comma and dot are both taken for the decimal sign, for keyboards often have only one of them. A
 * sign that comes several times, or before the other one, groups digits. A single one groups only
 * where the language groups with it and exactly three digits follow (`1,234` in English).
 */
function decimalSignAt(text: string, { group }: Separators): number {
  const signs = [...text.matchAll(/[.,]/g)].map((match) => match.index);
  const last = signs.at(-1);
  if (last === undefined) return -1;
  if (signs.length > 1) return signs.every((at) => text[at] === text[last]) ? -1 : last;
  const grouped = text[last] === group && /^-?[1-9]\d{0,2}.\d{3}$/.test(text);
  return grouped ? -1 : last;
}

export function readTyped(typed: string, decimals: number, separators: Separators): TypedValue {
  const text = typed.replace(/[\s'’\u00a0\u202f]/g, '').replace(/[−–]/g, '-');
  if (text === '') return { kind: 'empty' };
  const at = decimalSignAt(text, separators);
  const whole = (at < 0 ? text : text.slice(0, at)).replace(/[.,]/g, '');
  const fraction = at < 0 ? '' : text.slice(at + 1);
  if (!/^-?\d*$/.test(whole) || !/^\d*$/.test(fraction) || !/\d/.test(whole + fraction))
    return { kind: 'unreadable' };
  const plain = `${whole.replace(/^(-?)$/, '$10')}${fraction ? `.${fraction}` : ''}`;
  const value = canonicalDecimal(plain);
  const minor = toMinor(value, decimals);
  if (minor === undefined || value.replace(/\D/g, '').length > maxDigits)
    return { kind: 'too-long' };
  return { kind: 'value', value, rounded: formatMinor(minor, decimals) };
}
