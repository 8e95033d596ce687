import { describe, expect, it } from 'vitest';
import { unitApart, unitBeside } from './unit-beside.ts';

describe('units of measure', () => {
  it.each([
    ['Minuten', 'Minuten', ''],
    ['', '', ''],
    ['Quadratmeterstunden je Schicht', '', 'Quadratmeterstunden je Schicht'],
  ])('[UI48] %s is told in one place', (unitOfMeasure, beside, apart) => {
    expect([unitBeside({ unitOfMeasure }), unitApart({ unitOfMeasure })]).toEqual([beside, apart]);
  });
});
