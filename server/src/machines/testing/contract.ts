import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logLines, type Shelf } from '../shelf.ts';

/** A shelf under test: `open` opens one and the same place each time. */
export interface ShelfEngine {
  open(): Promise<Shelf>;
  clean(): Promise<void>;
}

/** What every shelf does, whatever it stands in. */
export function describeShelf(name: string, createEngine: () => Promise<ShelfEngine>): void {
  describe(`shelf in ${name}`, () => {
    let engine: ShelfEngine;
    let shelf: Shelf;
    beforeEach(async () => {
      engine = await createEngine();
      shelf = await engine.open();
    });
    afterEach(async () => {
      await shelf.close();
      await engine.clean();
    });

    it('[MC1] what is put stands there until it is replaced or removed, also after opening anew', async () => {
      await shelf.put('webhook-address', 'plant', 'a', 'one');
      await shelf.put('webhook-address', 'plant', 'a', 'two');
      await shelf.put('webhook-progress', 'plant', 'a', 'other kind');
      await shelf.put('webhook-address', 'office', 'a', 'other board');
      await shelf.close();
      shelf = await engine.open();
      expect(await shelf.find('webhook-address', 'plant', 'a')).toBe('two');
      expect(await shelf.take('webhook-progress', 'plant', 'a')).toBe('other kind');
      expect(await shelf.take('webhook-progress', 'plant', 'a')).toBeUndefined();
      await shelf.put('webhook-progress', 'plant', 'a', 'other kind');
      expect(await shelf.all('webhook-progress', 'plant')).toEqual([
        { id: 'a', text: 'other kind' },
      ]);
      await shelf.remove('webhook-address', 'plant', 'a');
      expect(await shelf.find('webhook-address', 'plant', 'a')).toBeUndefined();
      expect(await shelf.find('webhook-progress', 'plant', 'a')).toBe('other kind');
      expect(await shelf.find('webhook-address', 'office', 'a')).toBe('other board');
      expect(await shelf.all('webhook-address', 'plant')).toEqual([]);
    });

    it('[MC1] a log is read newest first, in pages, and keeps only its newest lines', async () => {
      const total = logLines + 3;
      for (let line = 1; line <= total; line++)
        await shelf.note('deliveries', 'plant', 'a', String(line));
      await shelf.note('deliveries', 'plant', 'b', 'of another');
      const first = await shelf.notes('deliveries', 'plant', 'a', { limit: 2 });
      expect(first.map(({ text }) => text)).toEqual([String(total), String(total - 1)]);
      const before = first[1]?.n;
      const rest = await shelf.notes('deliveries', 'plant', 'a', { before, limit: 1000 });
      expect(rest).toHaveLength(logLines - 2);
      expect(rest[0]?.text).toBe(String(total - 2));
      expect(await shelf.notes('deliveries', 'plant', 'b', { limit: 5 })).toHaveLength(1);
    });

    it('[MC2] one holder has a lease, until it lets go or is silent', async () => {
      expect(await shelf.lease('sender', 'one', 60_000)).toBe(true);
      expect(await shelf.lease('sender', 'two', 60_000)).toBe(false);
      expect(await shelf.lease('sender', 'one', 60_000)).toBe(true);
      await shelf.release('sender', 'two');
      expect(await shelf.lease('sender', 'two', 60_000)).toBe(false);
      await shelf.release('sender', 'one');
      expect(await shelf.lease('sender', 'two', 1)).toBe(true);
      await expect.poll(() => shelf.lease('sender', 'one', 60_000)).toBe(true);
    });
  });
}
