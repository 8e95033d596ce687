import type { Happening } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { tellStories } from './story.ts';

const place = { board: 'b', epoch: 'e', at: '2026-06-30T12:00:00.000Z' };
const previous = { value: '94.1', achievedAt: '2026-05-31', holders: ['b'], result: 'r0' };

function record(n: number, scope: 'board' | 'sector' | 'unit', seq = 7): Happening {
  const result = { result: 'r1', metric: 'm', unit: 'a', partners: [], sector: 's', value: '94.5' };
  const how = { how: 'broken', breakthrough: false, provisional: true } as const;
  return {
    ...place,
    seq,
    n,
    kind: 'record',
    scope,
    previous,
    achievedAt: '2026-06-30',
    ...result,
    ...how,
  };
}

const overtake: Happening = {
  ...place,
  seq: 7,
  n: 4,
  kind: 'overtake',
  metric: 'm',
  unit: 'a',
  overtaken: ['b'],
  overtakenBy: [],
  before: 2,
  after: 1,
};

describe('stories of the feed', () => {
  it('[UI1] one result is one story, led by its widest record', () => {
    const [story, ...rest] = tellStories([
      overtake,
      record(3, 'unit'),
      record(2, 'sector'),
      record(1, 'board'),
    ]);
    expect(rest).toEqual([]);
    expect(story?.lead).toMatchObject({ kind: 'record', scope: 'board' });
    expect(story?.also).toEqual([overtake]);
  });

  it('[UI1] stories stay newest first', () => {
    const stories = tellStories([record(1, 'unit', 9), record(1, 'unit', 8)]);
    expect(stories.map(({ seq }) => seq)).toEqual([9, 8]);
  });
});
