import { describe, expect, it } from 'vitest';
import { beginRotation, jump, turn, type Rotation } from './rotation.ts';

function walk(stops: string[], pages: Record<string, number>, steps: number): string[] {
  let rotation: Rotation = beginRotation(stops[0] ?? '');
  const seen = [`${rotation.stop}${rotation.page}`];
  for (let step = 1; step < steps; step++) {
    rotation = turn(rotation, stops, pages[rotation.stop] ?? 1);
    seen.push(`${rotation.stop}${rotation.page}`);
  }
  return seen;
}

describe('rotation', () => {
  it('[UI42] each turn of a metric begins with its leaders and goes on where the last one stopped', () => {
    expect(walk(['a', 'b'], { a: 5, b: 2 }, 12).join(' ')).toBe(
      'a0 a1 a2 b0 b1 a0 a3 a4 b0 b1 a0 a1',
    );
  });

  it('[UI42] every page of every metric is shown in the end', () => {
    const seen = new Set(walk(['a', 'b', 'c'], { a: 17, b: 1, c: 4 }, 200));
    expect(seen.size).toBe(17 + 1 + 4);
  });

  it('[UI42] one metric alone turns through all its pages, and one page stays', () => {
    expect(walk(['a'], { a: 4 }, 6).join(' ')).toBe('a0 a1 a2 a3 a0 a1');
    expect(walk(['a'], { a: 1 }, 3).join(' ')).toBe('a0 a0 a0');
  });

  it('[UI42] a metric that is gone is left for one that is there', () => {
    expect(turn(beginRotation('gone'), ['a', 'b'], 3).stop).toBe('a');
  });

  it('[UI42] after a jump the next turn is another metric', () => {
    const there = jump(beginRotation('a'), 'b', 6);
    expect([there.stop, there.page]).toEqual(['b', 6]);
    expect(turn(there, ['a', 'b'], 9).stop).toBe('a');
  });
});
