import { describe, expect, it } from 'vitest';
import { placeBadges } from './network-badges.ts';

describe('numbers of the strongest pairs', () => {
  it('[SC9] each stands on its line, and apart from the others', () => {
    const chords = [
      { a: { x: -300, y: 0 }, b: { x: 300, y: 0 } },
      { a: { x: 0, y: -300 }, b: { x: 0, y: 300 } },
      { a: { x: 0, y: -300 }, b: { x: 300, y: 0 } },
    ];
    const badges = placeBadges(chords, 60);
    expect(badges[0]).toEqual({ x: 0, y: 0 });
    for (const [at, one] of badges.entries())
      for (const other of badges.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(60);
  });
});
