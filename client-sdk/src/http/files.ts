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
  problems: {
    path: string;
    message: string;
    /** What it is, the same in every language; `params` fills its sentence. */
    code: string;
    params?: Record<string, string | number>;
    line?: number;
    column?: string;
  }[];
  /** The columns of the file, in a preview. */
  header?: string[];
}

export interface ImportOptions {
  /** Says what it would do and changes nothing. */
  preview?: boolean;
  contentType?: string;
  /** Of the file, for the list of imports. */
  name?: string;
  /** JSON: which columns are which, how numbers and dates are written. */
  shape?: string;
}

export interface RestoreAnswer {
  madeAt: string;
  /** `hash`: the last entry's; written down elsewhere it proves all history. */
  boards: { board: string; epoch: string; seq: number; hash: string }[];
  /** Whether people and addresses of webhooks came with them. */
  people?: boolean;
  /** False after a preview. */
  restored: boolean;
}

type File = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** Whole files in and out; bodies arrive as streams, however long they are. */
export const fileCalls = (fetch: Fetch) => ({
  /** CSV, or a workbook by its content type. */
  importFile: async (
    board: string,
    file: File,
    { preview = false, contentType = 'text/csv', name, shape }: ImportOptions = {},
  ): Promise<ImportAnswer> => {
    const answer = await fetch(boardPath(board, '/import'), {
      method: 'POST',
      raw: file,
      headers: { 'content-type': contentType },
      query: { name, shape, ...(preview ? { preview } : {}) },
    });
    return (await answer.json()) as ImportAnswer; // the contract's answer
  },

  /** Every entry after a position, one JSON object a line. */
  exportLedger: (board: string, since = 0) =>
    fetch(boardPath(board, '/ledger'), { query: { since } }),

  /**
   * Everything that is on the boards (or on one) as a tar, while the server goes on. Encrypted to a
   * public key of age, that of all boards holds people and addresses of webhooks as well.
   */
  backup: (board?: string, recipient?: string) => fetch('/backup', { query: { board, recipient } }),

  /** Puts boards of a backup in the place of those of the same name, once all of it is checked. */
  restore: async (
    backup: File,
    { board, preview = false }: { board?: string; preview?: boolean } = {},
  ): Promise<RestoreAnswer> => {
    const answer = await fetch('/restore', {
      method: 'POST',
      raw: backup,
      headers: { 'content-type': 'application/x-tar' },
      query: { board, ...(preview ? { preview } : {}) },
    });
    return (await answer.json()) as RestoreAnswer; // the contract's answer
  },

  /** A list such as `/results` or `/records` as a file. */
  exportTable: (board: string, path: string, format: TableFormat, query: Query = {}) =>
    fetch(boardPath(board, `${path}.${format}`), { query }),
});
