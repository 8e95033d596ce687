/** What stands on the shelf: each kind is known to one part of the program alone. */
export type Kind =
  | 'webhook-address'
  | 'webhook-progress'
  | 'mapping-counts'
  | 'broker'
  | 'token-use'
  | 'screen-code'
  | 'screen-poll';
export type LogName = 'deliveries' | 'messages';

/** A line of a log; `n` grows with each. */
export interface LogLine {
  n: number;
  text: string;
}

/**
 * What is true now and is no fact of a board: addresses and secrets, how far somebody has come,
 * logs that forget, and who of several nodes does what only one may do. It is beside the ledger
 * (in its database, or in a file of its own in the data folder) and in no export.
 * Everything rejects with `LedgerUnavailable` while the place cannot be reached.
 */
export interface Shelf {
  find(kind: Kind, board: string, id: string): Promise<string | undefined>;
  /** All of a kind, in no order. */
  all(kind: Kind, board: string): Promise<{ id: string; text: string }[]>;
  /** Durable when it resolves. */
  put(kind: Kind, board: string, id: string, text: string): Promise<void>;
  /** Removes and answers it: only one caller ever gets it. */
  take(kind: Kind, board: string, id: string): Promise<string | undefined>;
  remove(kind: Kind, board: string, id: string): Promise<void>;
  /** Adds a line; of one log the newest `logLines` are kept. */
  note(log: LogName, board: string, id: string, text: string): Promise<void>;
  /** Newest first; those before line `before`, where it is given. */
  notes(
    log: LogName,
    board: string,
    id: string,
    page: { before?: number | undefined; limit: number },
  ): Promise<LogLine[]>;
  /** True for the one holder that has it, for `ms` from now; asking again prolongs it. */
  lease(name: string, holder: string, ms: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
  close(): Promise<void>;
}

export const logLines = 500;
