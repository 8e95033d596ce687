import type { SpreadNode } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { itemHeight, layOutSpread, spreadItems } from './spread-geometry.ts';

const adoption = (unit: string, state: 'adopted' | 'sustained' | 'studying' = 'adopted') => ({
  unit,
  state,
  offeredBy: 'board' as const,
  steps: [],
  records: [],
});
const node = (experience: string, unit: string, more: Partial<SpreadNode> = {}): SpreadNode => ({
  experience,
  title: experience,
  unit,
  metric: 'output',
  writtenAt: '2026-06-01T12:00:00.000Z',
  adoptions: [],
  descendants: [],
  ...more,
});
const tree = node('setup', 'ada', {
  adoptions: [adoption('bo', 'sustained'), adoption('cy'), adoption('dee', 'studying')],
  descendants: [node('further', 'bo', { adoptions: [adoption('eve')] }), node('aside', 'dee')],
});

describe('the tree of who learned from whom', () => {
  it('[EX35] names who wrote, who took it up, and who wrote further, under what each grew from', () => {
    expect(
      spreadItems(tree).map(({ kind, unit, depth, parent }) => [kind, unit, depth, parent]),
    ).toEqual([
      ['origin', 'ada', 0, undefined],
      ['adopter', 'bo', 1, 'wrote setup'],
      ['further', 'bo', 2, 'took setup bo'],
      ['adopter', 'eve', 3, 'wrote further'],
      ['adopter', 'cy', 1, 'wrote setup'],
      ['further', 'dee', 1, 'wrote setup'],
    ]);
  });

  it.each([24, 50, 90, 160])(
    '[EX35] %d rem wide: nothing overlaps, everything fits, every branch has its line',
    (width) => {
      const layout = layOutSpread(spreadItems(tree), width);
      expect(layout.links).toHaveLength(5);
      for (const item of layout.items) {
        expect(item.x + item.width).toBeLessThanOrEqual(width + 0.01);
        expect(item.y + itemHeight).toBeLessThanOrEqual(layout.height + 0.01);
        const covered = layout.items.filter(
          (other) =>
            other !== item &&
            other.x < item.x + item.width &&
            item.x < other.x + other.width &&
            Math.abs(other.y - item.y) < itemHeight,
        );
        expect(covered).toEqual([]);
      }
    },
  );
});
