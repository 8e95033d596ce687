import type { Ledger } from '../ledger/ledger.ts';
import { rowKeyPrefix } from './row-key.ts';

const pageEntries = 5000;

/** Which of the keys stand in the board's ledger up to `head`. */
export async function findKnownKeys(
  ledger: Pick<Ledger, 'read'>,
  board: string,
  head: number,
  keys: readonly string[],
): Promise<Set<string>> {
  const asked = new Set(keys);
  const known = new Set<string>();
  for (let seq = 0; seq < head && asked.size > 0;) {
    const page = await ledger.read(board, seq, Math.min(pageEntries, head - seq));
    for (const { key } of page) if (key?.startsWith(rowKeyPrefix) && asked.has(key)) known.add(key);
    const last = page.at(-1);
    if (!last) return known;
    seq = last.seq;
  }
  return known;
}
