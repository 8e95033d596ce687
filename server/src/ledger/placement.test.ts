import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppendOutcome, AppendRequest } from './ledger.ts';
import { MemoryLedger } from './memory/memory-ledger.ts';
import { draftOf, openingDraft } from './testing/drafts.ts';
import { verifyChain } from './verify-chain.ts';

type Posted = readonly [key: string | undefined, body: string];
interface Posting {
  posted: readonly Posted[];
  onRepeat: AppendRequest['onRepeat'];
}

const postedArbitrary: fc.Arbitrary<Posted> = fc.tuple(
  fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
  fc.constantFrom('x', 'y'),
);
const postingArbitrary: fc.Arbitrary<Posting> = fc.record({
  posted: fc.array(postedArbitrary, { maxLength: 6 }),
  onRepeat: fc.constantFrom('refuse' as const, 'skip' as const),
});

/** The rule in the plainest words: a list, searched from its start. Position 1 opens the board. */
function appendNaively(stored: Posted[], { posted, onRepeat }: Posting): string {
  const seqOf = (key: string | undefined) =>
    key === undefined ? -1 : stored.findIndex(([other]) => other === key) + 2;
  const isKnown = ([key]: Posted) => seqOf(key) > 1;
  if (onRepeat === 'refuse') {
    const keys = posted.flatMap(([key]) => key ?? []);
    if (new Set(keys).size < keys.length) return 'refused';
    const conflict = posted.find(
      (each) => isKnown(each) && stored[seqOf(each[0]) - 2]?.[1] !== each[1],
    );
    if (conflict) return `key-conflict ${seqOf(conflict[0])}`;
    const repeated = posted.find(isKnown);
    if (repeated) return `repeated ${seqOf(repeated[0])}`;
  }
  let skipped = 0;
  for (const each of posted) {
    if (isKnown(each)) skipped += 1;
    else stored.push(each);
  }
  return `appended to ${stored.length + 1}, skipped ${skipped}`;
}

function describeOutcome(outcome: AppendOutcome, head: number): string {
  if (outcome.kind === 'appended') return `appended to ${head}, skipped ${outcome.repeated}`;
  return outcome.kind === 'unknown-board' ? outcome.kind : `${outcome.kind} ${outcome.seq}`;
}

describe('placement', () => {
  it('[LG37] any row of requests ends as a plain list with the same rules would', async () => {
    const property = fc.asyncProperty(fc.array(postingArbitrary), async (postings) => {
      const ledger = new MemoryLedger();
      await ledger.open('plant', 'one', openingDraft);
      const stored: Posted[] = [];
      for (const posting of postings) {
        const drafts = posting.posted.map(([key, body], at) => draftOf(at, key, body));
        const outcome = await ledger
          .append({ board: 'plant', drafts, onRepeat: posting.onRepeat })
          .catch(() => undefined);
        const [head] = await ledger.heads();
        const seen = outcome ? describeOutcome(outcome, head?.seq ?? 0) : 'refused';
        expect(seen).toBe(appendNaively(stored, posting));
      }
      const keys = (await ledger.readStored('plant', 1, 1000)).map(({ key }) => key);
      expect(keys).toEqual(stored.map(([key]) => key));
      expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true });
    });
    await fc.assert(property);
  });
});
