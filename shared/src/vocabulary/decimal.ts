/** Digits of a value before and after the point together, after rounding: exact in a double. */
export const maxDigits = 15;
/** Decimals a metric may have. */
export const maxDecimals = 6;

const minusSign = 45;
const digitZero = 48;
const digitFive = 53;
const tooLarge = 10 ** maxDigits;

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
