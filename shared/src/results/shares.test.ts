import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, splitShares } from './shares.ts';

const partner = (unit: string, share?: string) => ({
  unit,
  role: 'performed' as const,
  ...(share === undefined ? {} : { share }),
});

describe('shares', () => {
  it('[FD12] parts given out by weight sum exactly to the whole', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), {
      minLength: 1,
      maxLength: 33,
    });
    const minor = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(minor, weights, (value, parts) => {
        const given = allocate(value, parts);
        expect(given.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(value));
      }),
    );
  });

  it('[FD13] unstated shares are equal, stated ones keep their part of the whole', () => {
    expect(splitShares([partner('b'), partner('c')])).toMatchObject({
      ownWeight: 1_000_000,
      partners: [{ weight: 1_000_000 }, { weight: 1_000_000 }],
    });
    const split = splitShares([partner('b', '0.5'), partner('c')]);
    // A half to b; the posting unit and c have a quarter each.
    expect(split).toMatchObject({
      ownWeight: 500_000,
      partners: [{ weight: 1_000_000 }, { weight: 500_000 }],
    });
  });

  it('[FD14] shares at or below zero, above one, or above the whole name the partner', () => {
    expect(splitShares([partner('b', '0')])).toMatchObject({ kind: 'invalid', partner: 0 });
    expect(splitShares([partner('b', '1.2')])).toMatchObject({ kind: 'invalid', partner: 0 });
    expect(splitShares([partner('b', '0.7'), partner('c', '0.4')])).toMatchObject({
      kind: 'invalid',
      partner: 1,
    });
    expect(splitShares([partner('b', '1')])).toMatchObject({ kind: 'shares', ownWeight: 0 });
  });
});
