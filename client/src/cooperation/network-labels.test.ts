import { describe, expect, it } from 'vitest';
import { labelRadius, planLabels, wrapName } from './network-labels.ts';

const long = 'Night shift of the northern assembly hall, line twelve, crew';
const names = (count: number, name: string) => Array.from({ length: count }, (_, at) => name + at);

describe('[JT12] the names of the picture are whole', () => {
  it('[JT12] a name takes another line between words, and inside a word that is too long', () => {
    expect(wrapName('Forge', 18)).toEqual(['Forge']);
    expect(wrapName(long, 18)).toEqual([
      'Night shift of the',
      'northern assembly',
      'hall, line twelve,',
      'crew',
    ]);
    expect(wrapName('x'.repeat(40), 18).map(({ length }) => length)).toEqual([18, 18, 4]);
    expect(wrapName('조립 3반 야간 교대 특별 작업조', 18)).toEqual([
      '조립 3반 야간 교대',
      '특별 작업조',
    ]);
  });

  it.each([1, 2, 20, 40, 60, 200])(
    '[JT12] of %i long names none is cut or stands on another',
    (count) => {
      const all = names(count, long);
      const { size, width, reach } = planLabels(all);
      const apart = (2 * Math.PI * labelRadius) / count;
      for (const name of all) {
        const lines = wrapName(name, width);
        expect(lines.join(' ')).toBe(name);
        expect(lines.length * size).toBeLessThanOrEqual(apart);
      }
      expect(labelRadius + width * size * 0.5).toBeLessThanOrEqual(reach);
    },
  );

  it('[JT12] short names leave the picture as large as it can be', () => {
    expect(planLabels(names(20, 'Forge '))).toMatchObject({ size: 21, reach: 500 });
  });
});
