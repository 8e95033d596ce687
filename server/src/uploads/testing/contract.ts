import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uploads } from '../uploads.ts';

/** A store under test: `open` opens one and the same place each time. */
export interface UploadsEngine {
  open(): Promise<Uploads>;
  clean(): Promise<void>;
}

const id = 'ab'.repeat(32);
const full = Uint8Array.from({ length: 700_000 }, (_, at) => (at * 31) & 255);
const small = Uint8Array.from([0, 1, 2, 255]);

/** What every store of pictures does, whatever it stores in. */
export function describeUploads(name: string, createEngine: () => Promise<UploadsEngine>): void {
  describe(`uploads in ${name}`, () => {
    let engine: UploadsEngine;
    let uploads: Uploads;

    beforeEach(async () => {
      engine = await createEngine();
      uploads = await engine.open();
    });

    afterEach(async () => {
      await uploads.close();
      await engine.clean();
    });

    it('[EX29] what is kept comes back byte for byte, also after it is opened anew', async () => {
      await uploads.keep('plant', id, { full, small });
      await uploads.close();
      uploads = await engine.open();
      expect(Buffer.compare((await uploads.find('plant', id, 'full')) ?? Buffer.of(), full)).toBe(
        0,
      );
      expect(await uploads.find('plant', id, 'small')).toEqual(Buffer.from(small));
    });

    it('[EX29] keeping the same again, at once and twice, does nothing', async () => {
      const keep = () => uploads.keep('plant', id, { full, small });
      await Promise.all([keep(), keep(), keep()]);
      await keep();
      expect((await uploads.find('plant', id, 'full'))?.length).toBe(full.length);
    });

    it('[BK9] what is kept is listed with its time, and what is removed is gone', async () => {
      expect(await uploads.list('plant')).toEqual([]);
      await uploads.keep('plant', id, { full, small });
      const [listed, ...others] = await uploads.list('plant');
      expect([listed?.id, others]).toEqual([id, []]);
      expect(Math.abs(Date.now() - (listed?.keptAt ?? 0))).toBeLessThan(60_000);
      expect(await uploads.list('other')).toEqual([]);
      await uploads.remove('other', id);
      expect(await uploads.find('plant', id, 'small')).toBeDefined();
      await uploads.remove('plant', id);
      expect(await uploads.list('plant')).toEqual([]);
      expect(await uploads.find('plant', id, 'small')).toBeUndefined();
    });

    it('[EX39] what is kept once more is as new as if it had never been kept', async () => {
      const keptAt = async () => {
        await uploads.keep('plant', id, { full, small });
        return (await uploads.list('plant'))[0]?.keptAt;
      };
      const before = (await keptAt()) ?? 0;
      await expect.poll(keptAt).toBeGreaterThan(before);
    });

    it('[EX29] a picture belongs to its board, and what is no id is no file', async () => {
      await uploads.keep('plant', id, { full, small });
      expect(await uploads.find('other', id, 'full')).toBeUndefined();
      expect(await uploads.find('plant', 'cd'.repeat(32), 'full')).toBeUndefined();
      expect(await uploads.find('plant', `../plant/${id}`, 'full')).toBeUndefined();
    });
  });
}
