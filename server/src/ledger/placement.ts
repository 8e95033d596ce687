import type { EncodedDraft } from './encoded-draft.ts';
import { linkHash } from './hash-chain.ts';
import type { AppendRequest } from './ledger.ts';

/** Where a board stands: the next entry gets `seq + 1` and is chained to `hash`. */
export interface ChainHead {
  board: string;
  epoch: string;
  seq: number;
  hash: string;
}

export interface KeyHolder {
  seq: number;
  bodyHash: string | null;
}

export interface PlacedRow extends EncodedDraft {
  seq: number;
  hash: string;
}

export type Placement =
  | { kind: 'placed'; head: ChainHead; rows: PlacedRow[]; skipped: number[] }
  | { kind: 'repeated'; seq: number }
  | { kind: 'key-conflict'; seq: number };

/** Finds who holds an idempotency key, including rows placed earlier in the same transaction. */
export type FindKey = (key: string) => KeyHolder | undefined;

/**
 * Gives drafts their positions behind `head`: the one place where order, hashes and idempotency
 * are decided, for every engine. Runs inside the engine's transaction, with the head locked.
 */
export function placeDrafts(
  head: ChainHead,
  drafts: readonly EncodedDraft[],
  onRepeat: AppendRequest['onRepeat'],
  findKey: FindKey,
): Placement {
  return onRepeat === 'refuse'
    ? (findRepeat(drafts, findKey) ?? chain(head, drafts, []))
    : placeUnknown(head, drafts, findKey);
}

/** A conflict outweighs a repetition, wherever in the request it stands. */
function findRepeat(
  drafts: readonly EncodedDraft[],
  findKey: FindKey,
): Exclude<Placement, { kind: 'placed' }> | undefined {
  let repeated: number | undefined;
  for (const { key, bodyHash } of drafts) {
    const holder = key === null ? undefined : findKey(key);
    if (!holder) continue;
    if (holder.bodyHash !== bodyHash) return { kind: 'key-conflict', seq: holder.seq };
    repeated ??= holder.seq;
  }
  return repeated === undefined ? undefined : { kind: 'repeated', seq: repeated };
}

function placeUnknown(
  head: ChainHead,
  drafts: readonly EncodedDraft[],
  findKey: FindKey,
): Placement {
  const kept: EncodedDraft[] = [];
  const skipped: number[] = [];
  const seen = new Set<string>();
  drafts.forEach((draft, index) => {
    const { key } = draft;
    if (key !== null && (seen.has(key) || findKey(key))) skipped.push(index);
    else kept.push(draft);
    if (key !== null) seen.add(key);
  });
  return chain(head, kept, skipped);
}

function chain(head: ChainHead, drafts: readonly EncodedDraft[], skipped: number[]): Placement {
  const { board, epoch } = head;
  let { seq, hash } = head;
  const rows = drafts.map((draft): PlacedRow => {
    seq += 1;
    hash = linkHash(hash, { ...draft, board, epoch, seq });
    return { ...draft, seq, hash };
  });
  return { kind: 'placed', head: { board, epoch, seq, hash }, rows, skipped };
}
