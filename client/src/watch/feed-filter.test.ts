import type { Happening } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { feedFilterOf, isAskedFor } from './feed-filter.ts';
import { tellStories } from './story.ts';

const at = { board: 'b', epoch: 'e', at: '2026-06-01T12:00:00.000Z' };
const happenings: Happening[] = [
  {
    ...at,
    seq: 2,
    n: 1,
    kind: 'new-leader',
    metric: 'speed',
    leaders: ['ada'],
    previous: ['bo'],
    score: '9',
  },
  { ...at, seq: 1, n: 1, kind: 'import', results: 1, units: 1, metrics: 1 },
];
const stories = tellStories(happenings);
const units = new Map([['bo', { kind: 'unit' as const, id: 'bo', name: 'Bo', sector: 'south' }]]);
const none = { kind: 'all', feedMetric: '', feedUnit: '', sector: '' };
const told = (query: Partial<typeof none>) =>
  stories
    .filter((story) => isAskedFor(story, feedFilterOf({ ...none, ...query }), units))
    .map(({ lead }) => lead.kind);

describe('the filters of the feed', () => {
  it('[SP16] [UI2] tell what is of a kind, a metric, a unit in whatever part, a sector', () => {
    expect(told({})).toEqual(['new-leader', 'import']);
    expect(told({ kind: 'places' })).toEqual(['new-leader']);
    expect(told({ kind: 'records' })).toEqual([]);
    expect(told({ feedMetric: 'speed' })).toEqual(['new-leader']);
    expect(told({ feedMetric: 'weight' })).toEqual([]);
    expect(told({ feedUnit: 'bo' })).toEqual(['new-leader']);
    expect(told({ sector: 'south' })).toEqual(['new-leader']);
    expect(told({ sector: 'north' })).toEqual([]);
  });

  it('[SP16] an unknown kind in the address tells everything', () => {
    expect(told({ kind: 'gossip' })).toHaveLength(2);
  });
});
