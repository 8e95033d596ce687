import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSchema } from './decimal-schema.ts';
import { formatMinor, toMinor } from './decimal.ts';

describe('decimals', () => {
  it('[FD8] numbers and decimal strings become canonical decimals', () => {
    const read = (value: unknown) => decimalSchema.parse(value);
    expect([read('007.50'), read(12.3), read('-0'), read(1e-7), read(1.5e3), read(' 4 ')]).toEqual([
      '7.5',
      '12.3',
      '0',
      '0.0000001',
      '1500',
      '4',
    ]);
  });

  it('[FD9] what is no finite decimal, or too long, is refused with a reason', () => {
    const values = ['NaN', 'Infinity', '', ' ', 'abc', '1e5', '1,5', '0x10', '+1', '--1', NaN];
    for (const value of [...values, Infinity, null, true, '1'.repeat(16), '9'.repeat(60), 1e21]) {
      const parsed = decimalSchema.safeParse(value);
      expect(parsed.success, `${value}`).toBe(false);
      expect(parsed.error?.issues[0]?.message).toBeTruthy();
    }
  });

  it('[FD10] rounding is half away from zero, and exact', () => {
    const round = (value: string, decimals: number) => toMinor(value, decimals);
    expect([round('0.25', 1), round('-0.25', 1), round('1.005', 2), round('0.949', 1)]).toEqual([
      3, -3, 101, 9,
    ]);
    expect(round('999999999999999', 0)).toBe(999999999999999);
    expect(round('999999999999999.5', 0)).toBeUndefined();
    expect(round('100000000000000', 2)).toBeUndefined();
  });

  it('[FD10] reading digit by digit gives what exact division gives', () => {
    const text = fc.tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 6 }), ([units, places], decimals) => {
        const value = decimalSchema.safeParse(formatMinor(units, places));
        if (!value.success) return;
        const magnitude = (units < 0n ? -units : units) * 10n ** BigInt(decimals);
        const unit = 10n ** BigInt(places);
        const rounded = (2n * magnitude + unit) / (2n * unit);
        const wanted = Number(units < 0n ? -rounded : rounded) + 0;
        expect(toMinor(value.data, decimals)).toBe(rounded < 10n ** 15n ? wanted : undefined);
      }),
    );
  });

  it('[FD11] minor units travel as a decimal string and come back the same', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (minor, decimals) => {
        const text = formatMinor(minor, decimals);
        expect(toMinor(decimalSchema.parse(text), decimals)).toBe(minor);
        expect((text.split('.')[1] ?? '').length).toBe(decimals);
      }),
    );
  });
});
