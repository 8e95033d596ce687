import { expect, it } from 'vitest';
import { noteTried, shouldReload, type TriedBuilds } from './build-change.ts';

const hourMs = 3_600_000;

it('[DP16] a wall reloads itself once for a build that the server serves, and not for its own', () => {
  expect(shouldReload('a', 'b', {}, 0)).toBe(true);
  expect(shouldReload('a', 'a', {}, 0)).toBe(false);
  for (const [own, served] of [
    ['', 'b'],
    ['a', ''],
  ] as const)
    expect(shouldReload(own, served, {}, 0)).toBe(false);
  const tried = noteTried({}, 'b', 1_000);
  expect(shouldReload('a', 'b', tried, 1_001)).toBe(false);
  expect(shouldReload('a', 'c', tried, 1_001)).toBe(true);
});

it('[DP16] a reload that did not bring the build is tried again ever more rarely, never in a loop', () => {
  let tried: TriedBuilds = {};
  const at: number[] = [];
  for (let now = 0; now < 10 * 24 * hourMs; now += 60_000)
    if (shouldReload('a', 'b', tried, now)) {
      tried = noteTried(tried, 'b', now);
      at.push(now / hourMs);
    }
  expect(at.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 31]);
  expect(at.length).toBeLessThan(16);
});

it('[DP16] between two builds that take turns (old and new nodes) it does not go back and forth', () => {
  let tried: TriedBuilds = {};
  let reloads = 0;
  for (let turn = 0; turn < 20; turn++) {
    const [own, served] = turn % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    if (!shouldReload(own ?? '', served ?? '', tried, turn * 1000)) continue;
    tried = noteTried(tried, served ?? '', turn * 1000);
    reloads++;
  }
  expect(reloads).toBe(2);
  for (let build = 0; build < 50; build++) tried = noteTried(tried, `x${build}`, 1e6 + build);
  expect(Object.keys(tried)).toHaveLength(8);
});
