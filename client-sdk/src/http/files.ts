import { boardPath } from './paths.ts';
import type { Fetch, Query } from './request.ts';

export type TableFormat = 'csv' | 'xlsx';

/** What an import added, or in a preview would add. */
export interface ImportAnswer {
  seq: number;
  added: { sectors: number; units: number; metrics: number; results: number };
  /** Lines whose result was on the board already. */
  duplicates: number;
  records: number;
  lines: number;
  problems: { path: string; message: string; line?: number }[];
}

type File = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** Whole files in and out; bodies arrive as streams, however long they are. */
export const fileCalls = (fetch: Fetch) => ({
  importCsv: async (board: string, csv: File, { preview = false } = {}): Promise<ImportAnswer> => {
    const answer = await fetch(boardPath(board, '/import'), {
      method: 'POST',
      raw: csv,
      headers: { 'content-type': 'text/csv' },
      query: preview ? { preview } : {},
    });
    return (await answer.json()) as ImportAnswer; // the contract's answer
  },

  /** Every entry after a position, one JSON object a line. */
  exportLedger: (board: string, since = 0) =>
    fetch(boardPath(board, '/ledger'), { query: { since } }),

  /** A list such as `/results` or `/records` as a file. */
  exportTable: (board: string, path: string, format: TableFormat, query: Query = {}) =>
    fetch(boardPath(board, `${path}.${format}`), { query }),
});
