import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OriginNote, Origins } from '../origins.ts';

const note = (board: string, first: number, last: number, actor: string): OriginNote => ({
  ...{ board, first, last, actor, at: `2026-06-${String(10 + first)}T08:00:00.000Z` },
  ...{ address: `192.0.2.${first}`, agent: 'A browser' },
});

/** What every engine of origins does. */
export function describeOrigins(
  name: string,
  prepare: () => Promise<{ open: () => Promise<Origins>; clean: () => Promise<void> }>,
): void {
  describe(`origins in ${name}`, () => {
    let origins: Origins;
    let clean: () => Promise<void>;
    beforeEach(async () => {
      const place = await prepare();
      origins = await place.open();
      clean = place.clean;
      await origins.note([
        note('plant', 1, 1, 'steward:token'),
        note('plant', 2, 6, 'leader:ann'),
        note('office', 1, 1, 'steward:ann'),
      ]);
    });
    afterEach(async () => {
      await origins.close();
      await clean();
    });
    const firsts = async (board: string, first: number, last: number) =>
      (await origins.find(board, first, last))
        .map((found) => found.first)
        .toSorted((a, b) => a - b);

    it('[AU3] an origin is found by any entry of its commit, on its board alone', async () => {
      expect(await origins.find('plant', 4, 4)).toEqual([note('plant', 2, 6, 'leader:ann')]);
      expect(await firsts('plant', 1, 9)).toEqual([1, 2]);
      expect(await firsts('plant', 7, 9)).toEqual([]);
      await origins.note([note('plant', 2, 2, 'leader:bob')]);
      expect(await origins.find('plant', 2, 2)).toEqual([note('plant', 2, 2, 'leader:bob')]);
    });

    it('[AU4] origins go by person, by age and with their board', async () => {
      await origins.forget({ person: 'ann' });
      expect(await firsts('plant', 1, 9)).toEqual([1]);
      expect(await firsts('office', 1, 9)).toEqual([]);
      await origins.note([note('plant', 8, 8, 'steward:token')]);
      await origins.forget({ board: 'office' });
      await origins.forget({ board: 'plant', before: '2026-06-12T00:00:00.000Z' });
      expect(await firsts('plant', 1, 9)).toEqual([8]);
      await origins.forget({});
      expect(await firsts('plant', 1, 9)).toEqual([8]);
    });
  });
}
