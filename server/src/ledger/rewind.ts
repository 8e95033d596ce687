import { assertStorable } from './encoded-draft.ts';
import type { BoardHead } from './ledger.ts';

export interface RewindChange {
  epoch: string;
  toSeq: number;
  newEpoch: string;
}

/** Entry 1 opens the board and can never be dropped; an epoch is used once. */
export function assertRewindTarget({ epoch, toSeq, newEpoch }: RewindChange): void {
  assertStorable('newEpoch', newEpoch);
  if (!Number.isSafeInteger(toSeq) || toSeq < 1) {
    throw new RangeError(`cannot rewind to position ${toSeq}`);
  }
  if (newEpoch === epoch) throw new RangeError('a rewind starts a new epoch');
}

/** False when the caller's epoch is no longer current; throws when there is no such position. */
export function rewindReaches(
  head: Pick<BoardHead, 'epoch' | 'seq'>,
  { epoch, toSeq }: RewindChange,
): boolean {
  if (head.epoch !== epoch) return false;
  if (toSeq > head.seq) throw new RangeError(`position ${toSeq} is behind the head ${head.seq}`);
  return true;
}
