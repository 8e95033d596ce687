import { z } from 'zod';
import { canonicalDecimal, maxDigits } from './decimal.ts';

const maxLength = 40;
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
