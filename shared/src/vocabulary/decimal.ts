import { z } from 'zod';

/** Digits of a value before and after the point together, after rounding: exact in a double. */
export const maxDigits = 15;
/** Decimals a metric may have. */
export const maxDecimals = 6;
const maxLength = 40;

const minusSign = 45;
const digitZero = 48;
const digitFive = 53;
const tooLarge = 10 ** maxDigits;

const plainDecimal = /^-?\d+(?:\.\d+)?$/;
const exponentForm = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/;

/** `1e-7` and `1.5e+21`, as JSON numbers print, written out; anything else unchanged. */
function withoutExponent(text: string): string {
  const match = exponentForm.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponentText);
  if (Math.abs(point) > maxLength) return text;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A plain decimal without superfluous zeros: `007.50` is `7.5`, `-0` is `0`. */
export function canonicalDecimal(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const head = whole.replace(/^0+(?=\d)/, '');
  const tail = fraction.replace(/0+$/, '');
  const magnitude = tail ? `${head}.${tail}` : head;
  return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/**
 * A value as posted: a JSON number or a decimal string, to a canonical decimal string.
 * Refuses what is not a finite decimal (`NaN`, `Infinity`, empty, letters) and what is longer than
 * the digits that stay exact.
 */
export const decimalSchema = z
  .union([z.string(), z.number()], { error: 'must be a number or a decimal string' })
  .transform((given, context) => {
    const text = typeof given === 'number' ? withoutExponent(String(given)) : given.trim();
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message, input: given });
      return z.NEVER;
    };
    if (!plainDecimal.test(text)) return refuse('must be a decimal number such as "12.30"');
    if (text.length > maxLength) return refuse(`at most ${maxDigits} digits`);
    const canonical = canonicalDecimal(text);
    const whole = canonical.replace('-', '').split('.')[0] ?? '';
    if (whole.length > maxDigits) return refuse(`at most ${maxDigits} digits`);
    return canonical;
  });

/**
 * Integer minor units of a canonical decimal at `decimals`, rounded half away from zero.
 * `undefined` when it needs more than 15 digits.
 */
export function toMinor(canonical: string, decimals: number): number | undefined {
  const negative = canonical.charCodeAt(0) === minusSign;
  const point = canonical.indexOf('.');
  const end = point < 0 ? canonical.length : point;
  const fractionEnd = Math.min(canonical.length, end + 1 + decimals);
  // Digit by digit: this reads every value of a ledger. Exact, since no step leaves 15 digits.
  let magnitude = 0;
  for (let at = negative ? 1 : 0; at < fractionEnd; at++) {
    if (at === end) continue;
    magnitude = magnitude * 10 + (canonical.charCodeAt(at) - digitZero);
    if (magnitude >= tooLarge) return undefined;
  }
  for (let at = Math.max(fractionEnd, end + 1); at < end + 1 + decimals; at++) magnitude *= 10;
  if (canonical.charCodeAt(end + 1 + decimals) >= digitFive) magnitude += 1;
  if (magnitude >= tooLarge) return undefined;
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** Minor units as the decimal string that travels: `formatMinor(1230, 2)` is `"12.30"`. */
export function formatMinor(minor: number | bigint, decimals: number): string {
  const negative = minor < 0;
  const digits = String(minor)
    .slice(negative ? 1 : 0)
    .padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative ? `-${text}` : text;
}
