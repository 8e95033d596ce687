import { hash } from 'node:crypto';
import type { EncodedDraft } from './encoded-draft.ts';

/** What stands before the first entry. */
export const chainStart = '0'.repeat(64);

export interface ChainLink extends EncodedDraft {
  board: string;
  epoch: string;
  seq: number;
}

/**
 * SHA-256 (hex) over the previous hash and the exact stored texts. They are framed as a JSON array,
 * so that no two different entries can give the same bytes.
 */
export function linkHash(prev: string, link: ChainLink): string {
  const { board, epoch, seq, at, actor, fact, key, bodyHash } = link;
  return hash('sha256', JSON.stringify([prev, board, epoch, seq, at, actor, fact, key, bodyHash]));
}
