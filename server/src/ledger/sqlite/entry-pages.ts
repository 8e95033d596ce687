import { decodeEntry } from '../encoded-draft.ts';
import type { StoredEntry } from '../ledger.ts';
import type { StorePage } from './sqlite-store.ts';

/** Small enough that a post waits only milliseconds behind a page. */
const pageEntries = 5_000;

interface Range {
  board: string;
  since: number;
  limit: number;
}

type ReadPage = (board: string, since: number, limit: number) => StorePage | Promise<StorePage>;

/**
 * Reads a range page by page, so that commits pass between them. A rewind between two pages breaks
 * the chain of hashes; then the range is read anew.
 */
export async function readEntries(readPage: ReadPage, range: Range): Promise<StoredEntry[]> {
  const { board, since, limit } = range;
  const entries: StoredEntry[] = [];
  for (let isMore = limit > 0; isMore;) {
    const asked = Math.min(pageEntries, limit - entries.length);
    const page = await readPage(board, since + entries.length, asked);
    const last = entries.at(-1);
    if (last && page.facts.length > 0 && page.prev !== last.hash)
      return readEntries(readPage, range);
    for (const entry of decodePage(board, page)) entries.push(entry);
    isMore = page.facts.length === asked && entries.length < limit;
  }
  return entries;
}

function decodePage(board: string, { lines, facts, prev }: StorePage): StoredEntry[] {
  return lines.map((line, at) =>
    // A line before this one has its hash in the last place; each line has its fact.
    decodeEntry(board, line, facts[at] ?? '', lines[at - 1]?.[6] ?? prev),
  );
}
