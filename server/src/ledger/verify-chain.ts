import { LedgerDamaged } from './encoded-draft.ts';
import { chainStart, linkHash } from './hash-chain.ts';
import type { BoardHead, Ledger, StoredEntry } from './ledger.ts';

/** What is opened to read only. */
export type ReadableLedger = Pick<Ledger, 'heads' | 'readStored' | 'close'>;

export type ChainVerdict =
  /** `hash` is the last entry's: written down elsewhere, it proves all history up to `head`. */
  { ok: true; head: BoardHead; hash: string } | { ok: false; seq: number; why: string };

type Broken = Extract<ChainVerdict, { ok: false }>;

const pageSize = 10_000;

/**
 * Recomputes every hash after `since` (0 for all) up to the head as it was when asked.
 * Rejects only when the ledger cannot answer.
 */
export async function verifyChain(
  ledger: Pick<Ledger, 'heads' | 'readStored'>,
  board: string,
  { since = 0 }: { since?: number } = {},
): Promise<ChainVerdict> {
  const head = await findHead(ledger, board);
  if (!head) return { ok: false, seq: 0, why: 'there is no such board' };
  const verdict = await walk(ledger, head, since).catch((error: unknown): Broken => {
    if (!(error instanceof LedgerDamaged)) throw error;
    return { ok: false, seq: error.seq, why: error.message };
  });
  if (verdict.ok || (await findHead(ledger, board))?.epoch === head.epoch) return verdict;
  // The board was rewound under our feet: what was missing was dropped on purpose.
  return verifyChain(ledger, board, { since });
}

async function findHead(
  ledger: Pick<Ledger, 'heads'>,
  board: string,
): Promise<BoardHead | undefined> {
  return (await ledger.heads()).find((head) => head.board === board);
}

async function walk(
  ledger: Pick<Ledger, 'readStored'>,
  head: BoardHead,
  since: number,
): Promise<ChainVerdict> {
  let seq = since;
  let hash =
    since === 0 ? chainStart : (await ledger.readStored(head.board, since - 1, 1))[0]?.hash;
  if (hash === undefined) return { ok: false, seq: since, why: 'the entry is missing' };
  while (seq < head.seq) {
    const page = await ledger.readStored(head.board, seq, Math.min(pageSize, head.seq - seq));
    if (page.length === 0) return { ok: false, seq: seq + 1, why: 'the entry is missing' };
    for (const entry of page) {
      const broken = findBreak(entry, seq + 1, hash);
      if (broken) return broken;
      seq = entry.seq;
      hash = entry.hash;
    }
  }
  return { ok: true, head, hash };
}

/**
 * Recomputes the hashes after `since` up to `to`, so that a long ledger is verified part by part.
 * Rejects only when the ledger cannot answer.
 */
export async function verifySlice(
  ledger: Pick<Ledger, 'readStored'>,
  board: string,
  { since, to }: { since: number; to: number },
): Promise<{ ok: true; seq: number; hash: string } | Broken> {
  const head = { board, epoch: '', seq: to };
  const verdict = await walk(ledger, head, since).catch((error: unknown): Broken => {
    if (!(error instanceof LedgerDamaged)) throw error;
    return { ok: false, seq: error.seq, why: error.message };
  });
  return verdict.ok ? { ok: true, seq: to, hash: verdict.hash } : verdict;
}

/** What is wrong with an entry that should follow the one whose hash is `prev`. */
export function findBreak(entry: StoredEntry, expected: number, prev: string): Broken | undefined {
  if (entry.seq !== expected) return { ok: false, seq: expected, why: 'the entry is missing' };
  if (entry.prev !== prev) {
    return { ok: false, seq: expected, why: 'it is not chained to the entry before it' };
  }
  const { key = null, bodyHash = null, fact } = entry;
  const hash = linkHash(prev, { ...entry, fact: JSON.stringify(fact), key, bodyHash });
  return hash === entry.hash
    ? undefined
    : { ok: false, seq: expected, why: 'its content does not match its hash' };
}
