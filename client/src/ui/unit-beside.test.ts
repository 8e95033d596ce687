import { describe, expect, it } from 'vitest';
import { headline, unitApart, unitBeside } from './unit-beside.ts';

describe('units of measure', () => {
  it.each([
    ['Minuten', 'Minuten', ''],
    ['', '', ''],
    ['Quadratmeterstunden je Schicht', '', 'Quadratmeterstunden je Schicht'],
  ])('[UI48] %s is told in one place', (unitOfMeasure, beside, apart) => {
    expect([unitBeside({ unitOfMeasure }), unitApart({ unitOfMeasure })]).toEqual([beside, apart]);
    expect(headline('7', { decimals: 0, unitOfMeasure }).trim()).toBe(`7\u202f${beside}`.trim());
  });
});
