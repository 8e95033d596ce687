import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { mutations } from './world.ts';

const seeds = 200;

describe('the whole system on a simulated clock, network and store', () => {
  it('[FT1] keeps every promise from 200 seeds of delays, losses, reordering and crashes', async () => {
    const failed: string[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { violations } = await simulate(seed);
      if (violations.length > 0)
        failed.push(`npm run simulate -- --seed ${seed}\n${violations.join('\n')}`);
    }
    expect(failed).toEqual([]);
    // Nothing in it waits; a machine with other work may take its time all the same.
  }, 600_000);

  it.each([
    [3998, 'told of a change that came and went on another node between two patches'],
    [1901, 'asked a process twice that stood still'],
  ])('[FT1] keeps them from seed %i, in which a client was %s', async (seed) => {
    expect((await simulate(seed)).violations).toEqual([]);
  });

  it.each([2604, 3419])(
    '[SY18] a question that waits for the crowd is not asked when a newer one was: seed %i',
    async (seed) => {
      expect((await simulate(seed)).violations).toEqual([]);
    },
  );

  it('[FT2] a seed replays exactly', async () => {
    const [first, again, other] = [await simulate(7), await simulate(7), await simulate(8)];
    expect(again).toEqual(first);
    expect(other.digest).not.toBe(first.digest);
  });

  it.each(mutations)('[FT3] finds what is broken on purpose: %s', async (mutation) => {
    let found: string[] = [];
    for (let seed = 1; seed <= 20 && found.length === 0; seed += 1)
      found = (await simulate(seed, mutation)).violations;
    expect(found).not.toEqual([]);
  });
});
