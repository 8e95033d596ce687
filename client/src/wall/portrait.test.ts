import type { RecordRow, UnitRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { portraitCandidates, portraitOf } from './portrait.ts';

const record = (result: string, holders: string[], metric = 'm') =>
  // Only who holds it and which result it is are looked at.
  ({ result, holders, metric }) as RecordRow;
const place = (metric: string, at: number) =>
  ({ kind: 'place', metric, place: at, of: 9 }) as UnitRow;
const result = (metric: string, achievedAt: string, value: string, state = 'provisional') =>
  ({ kind: 'result', metric, achievedAt, value, state }) as UnitRow;

describe('a portrait', () => {
  it('[SC10] tells the best places first, and counts each result that holds records once', () => {
    const records = [record('r1', ['a']), record('r1', ['a'], 'n'), record('r2', ['b', 'a'])];
    const portrait = portraitOf('a', [place('m', 3), place('n', 1)], records, undefined);
    expect(portrait.places.map(({ metric }) => metric)).toEqual(['n', 'm']);
    expect(portrait).toMatchObject({ records: 2, honours: 0, streak: 0, results: undefined });
  });

  it('[SC10] its line is of the metric with most results, in their order, without annulled ones', () => {
    const rows = [
      result('m', '2026-05-03', '3'),
      result('m', '2026-05-01', '1'),
      result('m', '2026-05-02', '9', 'annulled'),
      result('n', '2026-05-02', '5'),
    ];
    expect(portraitOf('a', rows, [], undefined).results).toEqual({
      metric: 'm',
      values: ['1', '3'],
    });
  });

  it('[SC10] where nobody was named, the holders of the newest records take turns', () => {
    const records = [record('r1', ['b', 'a']), record('r2', ['a']), record('r3', ['c'])];
    expect(portraitCandidates(records)).toEqual(['b', 'a', 'c']);
  });
});
