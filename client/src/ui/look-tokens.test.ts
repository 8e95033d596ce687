import { contrast, grounds, type GroundName } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { lookTokens } from './look-tokens.ts';

describe('[BL4] a board’s colours on the pages', () => {
  it('[BL4] words on and in them reach 4.5 : 1 in both themes; without any nothing is set', () => {
    expect(lookTokens({ language: 'de' })).toEqual({});
    for (const accent of ['#ffcc00', '#003366', '#7a7a7a', '#d92a1c']) {
      const tokens = lookTokens({ accent, second: accent });
      for (const ground of ['dark', 'light'] satisfies GroundName[]) {
        const shape = tokens[`--accent-${ground}`] ?? '';
        expect(contrast(shape, tokens[`--on-accent-${ground}`] ?? '')).toBeGreaterThanOrEqual(4.5);
        for (const behind of grounds[ground]) {
          const ink = tokens[`--accent-ink-${ground}`] ?? '';
          expect(contrast(ink, behind)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(shape, behind)).toBeGreaterThanOrEqual(3);
        }
        expect(tokens[`--second-${ground}`]).toBe(shape);
      }
    }
  });
});
