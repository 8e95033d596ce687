import type { PartnerShare } from '../ledger/facts/result.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import type { Partner } from '../vocabulary/result.ts';

const million = 1_000_000;
const stateDecimals = 6;

export type SharesOutcome =
  | { kind: 'shares'; ownWeight: number; partners: PartnerShare[] }
  /** `partner` is the index of the offending partner. */
  | { kind: 'invalid'; partner: number; message: string };

/**
 * Weights of a joint result: a stated share is a part of the whole (0 < share <= 1, to a
 * millionth), and everyone without one, the posting unit included, takes an equal part of the rest.
 */
export function splitShares(partners: readonly Partner[]): SharesOutcome {
  const equalParts = 1 + partners.filter((partner) => partner.share === undefined).length;
  let rest = million;
  const stated: (number | undefined)[] = [];
  for (const [index, { share }] of partners.entries()) {
    const parts = share === undefined ? undefined : toMinor(share, stateDecimals);
    if (share !== undefined && (parts === undefined || parts <= 0 || parts > million))
      return { kind: 'invalid', partner: index, message: 'must be above 0 and at most 1' };
    rest -= parts ?? 0;
    if (rest < 0 || (rest === 0 && equalParts > 1))
      return { kind: 'invalid', partner: index, message: 'the shares are more than the whole' };
    stated.push(parts);
  }
  return {
    kind: 'shares',
    ownWeight: rest,
    partners: partners.map(({ unit, role }, index) => {
      const parts = stated[index];
      return { unit, role, weight: parts === undefined ? rest : parts * equalParts };
    }),
  };
}

/** A weight's part of the whole as a decimal string, to a millionth: `"0.333333"`. */
export function formatShare(weight: number, whole: number): string {
  const text = (whole === 0 ? 0 : weight / whole).toFixed(stateDecimals);
  return text.replace(/\.?0+$/, '') || '0';
}

/**
 * Minor units of a value given out by weight: the parts sum exactly to the whole (largest
 * remainder; among equal remainders the earlier weight gets the unit).
 */
export function allocate(minor: number, weights: readonly number[]): bigint[] {
  const total = BigInt(Math.abs(minor));
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n) || 1n;
  const parts = weights.map((weight) => (total * BigInt(weight)) / whole);
  const remainders = weights.map((weight, index) => ({
    index,
    remainder: (total * BigInt(weight)) % whole,
  }));
  remainders.sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  let left = total - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of remainders) {
    if (left <= 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return minor < 0 ? parts.map((part) => -part) : parts;
}
