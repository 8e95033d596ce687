import type { Entry } from '@emulation/shared';
import type { StoredEntry } from './ledger.ts';

/**
 * A page of entries as one JSON text, put together inside the database: a fold of a million entries
 * spends most of its time on values that cross a border one by one.
 */
export interface EntryText {
  epoch: string;
  /** Objects `{seq, epoch, at, actor, fact}` with commas between; empty where there are none. */
  text: string;
}

export interface EntryRange {
  board: string;
  since: number;
  limit: number;
}

/** Small enough that a post waits only milliseconds behind a page. */
const pageEntries = 5_000;

/**
 * Reads a range page by page, so that commits pass between them. A rewind between two pages changes
 * the board's epoch; then the range is read anew. `readStored` finds the place of a damage.
 */
export async function readEntryTexts(
  range: EntryRange,
  readText: (range: EntryRange) => Promise<EntryText | undefined>,
  readStored: (range: EntryRange) => Promise<StoredEntry[]>,
): Promise<Entry[]> {
  const { board, since, limit } = range;
  const entries: Entry[] = [];
  let epoch: string | undefined;
  for (let isMore = limit > 0; isMore;) {
    const asked = Math.min(pageEntries, limit - entries.length);
    const part = { board, since: since + entries.length, limit: asked };
    const page = await readText(part);
    if (!page) return [];
    if (page.epoch !== (epoch ?? page.epoch)) return readEntryTexts(range, readText, readStored);
    epoch = page.epoch;
    const parsed = parsePage(board, page.text) ?? (await readStored(part));
    for (const entry of parsed) entries.push(entry);
    isMore = parsed.length === asked && entries.length < limit;
  }
  return entries;
}

/** `undefined`: some fact in it is not JSON. */
function parsePage(board: string, text: string): Entry[] | undefined {
  try {
    // What was appended were facts: read from our own ledger they are not checked again.
    const parts = JSON.parse(`[${text}]`) as Omit<Entry, 'board'>[];
    return parts.map(({ epoch, seq, at, actor, fact }) => ({ board, epoch, seq, at, actor, fact }));
  } catch {
    // Whoever reads the entries one by one will say which it is.
    return undefined;
  }
}
