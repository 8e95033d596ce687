import type { Happening } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import {
  hearReveal,
  joinReveal,
  podiumMs,
  podiumOf,
  sceneOf,
  withoutLast,
  type Reveal,
} from './reveal.ts';

const row = (place: number, unit: string) => ({ place, unit, score: `${100 - place}.00` });

function step(left: number, ...rows: ReturnType<typeof row>[]): Happening {
  const at = '2026-06-30T12:00:00.000Z';
  const place = { board: 'b', epoch: 'e', seq: 9, n: 1, at };
  return {
    ...place,
    kind: 'drive-revealed',
    drive: 'spring',
    name: 'Spring',
    count: 1,
    left,
    rows,
  };
}

function play(...steps: Happening[]): Reveal {
  let reveal: Reveal | undefined;
  for (const [index, one] of steps.entries()) reveal = hearReveal(reveal, one, index * 60_000);
  if (!reveal) throw new Error('nothing was revealed');
  return reveal;
}

const units = ({ rows }: Reveal) => rows.map(({ unit }) => unit);

describe('the reveal on a wall', () => {
  it('[FZ14] each step stands alone for a moment, then takes its place above the others', () => {
    const reveal = play(step(4, row(6, 'f'), row(6, 'e')), step(3, row(4, 'd')));
    expect(units(reveal)).toEqual(['d', 'e', 'f']);
    expect(sceneOf(reveal, 60_000)).toBe('step');
    expect(sceneOf(reveal, 64_000)).toBe('list');
    expect(sceneOf(reveal, 6_000_000)).toBe('list');
  });

  it('[FZ14] the last three stand longer, and after the first the podium', () => {
    const third = play(step(2, row(3, 'c')));
    expect(sceneOf(third, 7_999)).toBe('step');
    const winner = play(step(2, row(3, 'c')), step(1, row(2, 'b')), step(0, row(1, 'a')));
    expect(sceneOf(winner, 120_000 + 11_999)).toBe('step');
    expect(sceneOf(winner, 120_000 + 12_000)).toBe('podium');
    expect(sceneOf(winner, 120_000 + 12_000 + podiumMs)).toBeUndefined();
  });

  it('[FZ14] a wall that joins in the middle shows what the others show', () => {
    const rows = [row(5, 'e'), row(4, 'd')];
    const joined = joinReveal(undefined, { drive: 'spring', name: 'Spring', rows }, 0);
    const watched = play(step(4, row(5, 'e')), step(3, row(4, 'd')));
    expect(joined && units(joined)).toEqual(units(watched));
    expect(joined && sceneOf(joined, 0)).toBe('list');
    const next = joined && hearReveal(joined, step(2, row(3, 'c')), 1000);
    expect(next && units(next)).toEqual(['c', 'd', 'e']);
    expect(next && joinReveal(next, { drive: 'spring', name: 'Spring', rows }, 1000)).toBe(next);
  });

  it('[FZ14] a drive that is finalised before its end goes on to nothing', () => {
    const reveal = play(step(3, row(4, 'd')));
    const at = '2026-06-30T12:00:00.000Z';
    const place = { board: 'b', epoch: 'e', seq: 9, n: 1, at };
    const leaders = ['a'];
    const of = { drive: 'spring', name: 'Spring', leaders, score: '99.00' };
    expect(hearReveal(reveal, { ...place, kind: 'drive-finalised', ...of }, 0)).toBeUndefined();
  });

  it('[FZ14] the last places stay away where the drive says so', () => {
    const reveal = play(step(3, row(5, 'e')), step(2, row(4, 'd')));
    expect(withoutLast(reveal, 2)).toBeUndefined();
    const next = hearReveal(reveal, step(1, row(3, 'c')), 200_000);
    expect(next && withoutLast(next, 2)).toMatchObject({
      rows: [row(3, 'c')],
      fresh: [row(3, 'c')],
    });
  });

  it('[FZ14] a shared place stands on the podium together', () => {
    expect(podiumOf([row(1, 'a'), row(2, 'b'), row(2, 'c'), row(4, 'd')])).toEqual([
      { place: 1, rows: [row(1, 'a')] },
      { place: 2, rows: [row(2, 'b'), row(2, 'c')] },
    ]);
  });
});
