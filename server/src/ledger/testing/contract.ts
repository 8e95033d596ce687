import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppendOutcome, Draft, Ledger } from '../ledger.ts';
import { MemoryLedger } from '../memory/memory-ledger.ts';
import { verifyChain } from '../verify-chain.ts';
import { draftOf, openingDraft } from './drafts.ts';

/** An engine under test: opens a ledger on one and the same empty store each time it is called. */
export interface Engine {
  open(): Promise<Ledger>;
  /** Whether what was closed is there at the next `open`. */
  isDurable: boolean;
  clean: () => Promise<void>;
}

function seqsOf(outcome: AppendOutcome): number[] {
  return outcome.kind === 'appended' ? outcome.entries.map((entry) => entry.seq) : [];
}

/** What every ledger does, whatever it stores in. */
export function describeLedger(name: string, createEngine: () => Promise<Engine>): void {
  describe(`the ledger in ${name}`, () => {
    let engine: Engine;
    let ledger: Ledger;

    beforeEach(async () => {
      engine = await createEngine();
      ledger = await engine.open();
      await ledger.open('plant', 'one', openingDraft);
    });

    afterEach(async () => {
      await ledger.close();
      await engine.clean();
    });

    const append = (drafts: Draft[], onRepeat: 'refuse' | 'skip' = 'refuse', board = 'plant') =>
      ledger.append({ board, drafts, onRepeat });

    it('[LG1] a board is opened once, with its first entry at position 1', async () => {
      expect(await ledger.open('plant', 'two', openingDraft)).toBe('exists');
      expect(await ledger.heads()).toEqual([{ board: 'plant', epoch: 'one', seq: 1 }]);
      expect(await ledger.readStored('plant', 0, 10)).toMatchObject([
        { ...openingDraft, board: 'plant', epoch: 'one', seq: 1, prev: '0'.repeat(64) },
      ]);
      expect((await append([draftOf(1)], 'refuse', 'nowhere')).kind).toBe('unknown-board');
    });

    it('[LG2] positions are gapless, in the order of the drafts, whoever appends at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, (_, at) => append([draftOf(at * 2), draftOf(at * 2 + 1)])),
      );
      const seqs = outcomes.flatMap(seqsOf);
      expect([...seqs].sort((a, b) => a - b)).toEqual(
        Array.from({ length: 120 }, (_, at) => at + 2),
      );
      for (const outcome of outcomes) {
        const [first = 0, second] = seqsOf(outcome);
        expect(second).toBe(first + 1);
      }
      const stored = await ledger.readStored('plant', 1, 1000);
      const entries = outcomes.flatMap((outcome) =>
        outcome.kind === 'appended' ? outcome.entries : [],
      );
      for (const entry of entries) expect(stored[entry.seq - 2]).toMatchObject(entry);
    });

    it('[LG3] what is read back is what was written, from any position, up to the limit', async () => {
      const drafts = Array.from({ length: 5 }, (_, at) => draftOf(at, `k${at}`, `h${at}`));
      await append(drafts);
      const page = await ledger.readStored('plant', 2, 2);
      expect(page.map((entry) => entry.seq)).toEqual([3, 4]);
      expect(page[0]).toMatchObject({ ...drafts[1], epoch: 'one' });
      expect(await ledger.readStored('plant', 6, 2)).toEqual([]);
      expect(await ledger.read('nowhere', 0, 2)).toEqual([]);
    });

    it('[LG38] entries to be folded are those that are stored, without keys and hashes', async () => {
      const odd = { ...draftOf(2, 'k', 'h'), actor: 'quote " slash \\ tab \t Ω \u{1f3c6}' };
      await append([draftOf(1), odd]);
      const stored = await ledger.readStored('plant', 0, 10);
      const bare = stored.map(({ board, epoch, seq, at, actor, fact }) => {
        return { board, epoch, seq, at, actor, fact };
      });
      expect(bare[2]?.actor).toBe(odd.actor);
      expect(await ledger.read('plant', 0, 10)).toEqual(bare);
      expect(await ledger.read('plant', 1, 1)).toEqual(bare.slice(1, 2));
      expect(await ledger.read('plant', 3, 10)).toEqual([]);
      expect(await ledger.read('nowhere', 0, 10)).toEqual([]);
    });

    it('[LG39] keys are looked up by themselves, on their own board and as it stands', async () => {
      await ledger.open('other', 'one', openingDraft);
      await append([draftOf(1, 'a', 'x'), draftOf(2, 'b', 'y'), draftOf(3)]);
      const asked = ['a', 'b', 'c', 'a'];
      expect(await ledger.knownKeys('plant', asked)).toEqual(
        new Map([
          ['a', 2],
          ['b', 3],
        ]),
      );
      expect(await ledger.knownKeys('other', asked)).toEqual(new Map());
      expect(await ledger.knownKeys('nowhere', asked)).toEqual(new Map());
      expect(await ledger.knownKeys('plant', [])).toEqual(new Map());
      await ledger.rewind('plant', { epoch: 'one', toSeq: 2, newEpoch: 'two' });
      expect(await ledger.knownKeys('plant', asked)).toEqual(new Map([['a', 2]]));
    });

    it('[LG43] a board kept elsewhere is adopted as it is, in the place of another, or not at all', async () => {
      await append([draftOf(1, 'a', 'x'), draftOf(2)]);
      await ledger.rewind('plant', { epoch: 'one', toSeq: 2, newEpoch: 'two' });
      await append([draftOf(3, 'c', 'z')]);
      const stored = await ledger.readStored('plant', 0, 10);
      const other = new MemoryLedger();
      async function* pages(broken = false) {
        yield stored.slice(0, 2);
        if (broken) throw new Error('cut off');
        yield stored.slice(2);
      }
      await append([draftOf(4), draftOf(5)]);
      await expect(ledger.adopt('plant', 'three', pages(true))).rejects.toThrow('cut off');
      expect(await ledger.heads()).toEqual([{ board: 'plant', epoch: 'two', seq: 5 }]);
      for (const each of [ledger, other]) {
        await each.adopt('plant', 'three', pages());
        expect(await each.heads()).toEqual([{ board: 'plant', epoch: 'three', seq: 3 }]);
        expect(await each.readStored('plant', 0, 10)).toEqual(stored);
        const repeated = {
          board: 'plant',
          drafts: [draftOf(3, 'c', 'z')],
          onRepeat: 'refuse' as const,
        };
        expect(await each.append(repeated)).toMatchObject({ kind: 'repeated', seq: 3 });
        await each.append({ board: 'plant', drafts: [draftOf(6)], onRepeat: 'refuse' });
        expect(await verifyChain(each, 'plant')).toMatchObject({ ok: true, head: { seq: 4 } });
      }
    });

    it('[LG4] append is idempotent for the same key and body, and refuses another body', async () => {
      const first = await append([draftOf(1, 'key', 'body')]);
      expect(seqsOf(first)).toEqual([2]);
      expect(await append([draftOf(1, 'key', 'body')])).toEqual({
        kind: 'repeated',
        epoch: 'one',
        seq: 2,
      });
      expect(await append([draftOf(2, 'key', 'other')])).toEqual({ kind: 'key-conflict', seq: 2 });
      expect(await ledger.heads()).toMatchObject([{ seq: 2 }]);
    });

    it('[LG5] of many appends at once with one key exactly one is stored', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => append([draftOf(1, 'key', 'body')])),
      );
      const kinds = outcomes.map((outcome) => outcome.kind);
      expect(kinds.filter((kind) => kind === 'appended')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'repeated')).toHaveLength(19);
    });

    it('[LG6] refuse stores nothing of a request with a known key; skip leaves it out', async () => {
      await append([draftOf(1, 'known', 'body')]);
      const drafts = [draftOf(2, 'new', 'x'), draftOf(1, 'known', 'body'), draftOf(3)];
      expect((await append(drafts, 'refuse')).kind).toBe('repeated');
      expect(await ledger.heads()).toMatchObject([{ seq: 2 }]);
      const skipped = await append([...drafts, draftOf(4, 'new', 'x')], 'skip');
      expect(skipped).toMatchObject({ kind: 'appended', repeated: 2 });
      expect(seqsOf(skipped)).toEqual([3, 4]);
    });

    it('[LG7] keys belong to a board: another board may use the same', async () => {
      await ledger.open('other', 'one', openingDraft);
      await append([draftOf(1, 'key', 'body')]);
      expect((await append([draftOf(1, 'key', 'body')], 'refuse', 'other')).kind).toBe('appended');
    });

    it('[LG8] every entry is chained to the one before, and a verified chain tells its head', async () => {
      await append(Array.from({ length: 40 }, (_, at) => draftOf(at)));
      const entries = await ledger.readStored('plant', 0, 100);
      for (const [at, entry] of entries.entries())
        expect(entry.prev).toBe(entries[at - 1]?.hash ?? '0'.repeat(64));
      expect(await verifyChain(ledger, 'plant')).toMatchObject({
        ok: true,
        head: { seq: 41 },
        hash: entries.at(-1)?.hash,
      });
      const forged = entries.map((entry) =>
        entry.seq === 7 ? { ...entry, actor: 'else' } : entry,
      );
      const readStored: Ledger['readStored'] = async (_, since, limit) =>
        forged.slice(since, since + limit);
      expect(await verifyChain({ heads: () => ledger.heads(), readStored }, 'plant')).toMatchObject(
        {
          ok: false,
          seq: 7,
        },
      );
    });

    it('[LG9] a rewind drops what follows, begins a new epoch, and the chain goes on', async () => {
      await append([draftOf(1, 'a', 'x'), draftOf(2, 'b', 'y')]);
      const change = { epoch: 'one', toSeq: 2, newEpoch: 'two' };
      expect(await ledger.rewind('plant', change)).toBe(true);
      expect(await ledger.rewind('plant', change)).toBe(false);
      expect(await ledger.heads()).toEqual([{ board: 'plant', epoch: 'two', seq: 2 }]);
      expect((await append([draftOf(1, 'a', 'x')])).kind).toBe('repeated');
      expect(seqsOf(await append([draftOf(3, 'b', 'z')]))).toEqual([3]);
      const epochs = (await ledger.readStored('plant', 0, 9)).map((entry) => entry.epoch);
      expect(epochs).toEqual(['one', 'one', 'two']);
      expect((await verifyChain(ledger, 'plant')).ok).toBe(true);
      expect(await ledger.rewind('nowhere', change)).toBe(false);
    });

    it('[LG10] a removed board is gone with all it held, and may be opened anew', async () => {
      await append([draftOf(1, 'key', 'body')]);
      expect(await ledger.remove('plant')).toBe(true);
      expect(await ledger.remove('plant')).toBe(false);
      expect(await ledger.heads()).toEqual([]);
      expect(await ledger.open('plant', 'two', openingDraft)).toBe('opened');
      expect(seqsOf(await append([draftOf(1, 'key', 'other')]))).toEqual([2]);
    });

    it('[LG11] a snapshot comes back byte for byte, and not from another epoch', async () => {
      const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) & 255);
      expect(await ledger.loadSnapshot('plant')).toBeUndefined();
      await ledger.saveSnapshot({ board: 'plant', epoch: 'one', seq: 1, version: '9', bytes });
      await ledger.saveSnapshot({ board: 'plant', epoch: 'else', seq: 1, version: '8', bytes });
      await ledger.saveSnapshot({ board: 'plant', epoch: 'one', seq: 5, version: '7', bytes });
      const loaded = await ledger.loadSnapshot('plant');
      expect(loaded).toMatchObject({ board: 'plant', epoch: 'one', seq: 1, version: '9' });
      expect(Buffer.compare(loaded?.bytes ?? new Uint8Array(), bytes)).toBe(0);
      await ledger.rewind('plant', { epoch: 'one', toSeq: 1, newEpoch: 'two' });
      expect(await ledger.loadSnapshot('plant')).toBeUndefined();
    });

    it('[LG12] what is kept stays as first kept, and only one caller takes it', async () => {
      const kept = await Promise.all(['a', 'b', 'c'].map((value) => ledger.keep('secret', value)));
      expect(new Set(kept).size).toBe(1);
      const taken = await Promise.all([1, 2, 3].map(() => ledger.take('secret')));
      expect(taken.filter((value) => value !== undefined)).toEqual([kept[0]]);
      expect(await ledger.take('secret')).toBeUndefined();
    });

    it('[LG13] an import of 60,000 drafts is one append, read back in pages', async () => {
      const drafts = Array.from({ length: 60_000 }, (_, at) => draftOf(at, `row:${at}`, 'h'));
      const outcome = await append(drafts, 'skip');
      expect(seqsOf(outcome).at(-1)).toBe(60_001);
      expect(await append(drafts, 'skip')).toMatchObject({ kind: 'appended', repeated: 60_000 });
      let seq = 1;
      for (let page = await ledger.readStored('plant', seq, 25_000); page.length > 0;) {
        expect(page[0]?.seq).toBe(seq + 1);
        seq = page.at(-1)?.seq ?? seq;
        page = await ledger.readStored('plant', seq, 25_000);
      }
      expect(seq).toBe(60_001);
    });

    it('[LG14] a text that would not come back as it was is refused, and harms nobody else', async () => {
      const bad = append([{ ...draftOf(1), actor: 'nul\0' }]);
      const good = append([draftOf(2)]);
      await expect(bad).rejects.toThrow(TypeError);
      expect((await good).kind).toBe('appended');
    });

    it('[LG15] a closed ledger says that it is unavailable', async () => {
      await ledger.close();
      await expect(append([draftOf(1)])).rejects.toMatchObject({ name: 'LedgerUnavailable' });
      await expect(ledger.heads()).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    });

    it('[LG16] a durable engine opens with everything it acknowledged', async () => {
      if (!engine.isDurable) return;
      await append([draftOf(1, 'key', 'body')]);
      const before = await ledger.readStored('plant', 0, 10);
      await ledger.close();
      ledger = await engine.open();
      expect(await ledger.readStored('plant', 0, 10)).toEqual(before);
      expect((await append([draftOf(1, 'key', 'body')])).kind).toBe('repeated');
      expect((await verifyChain(ledger, 'plant')).ok).toBe(true);
    });
  });
}
