/** Where an act came from. It is about a person, so it is never part of the ledger. */
export interface Origin {
  address: string;
  agent: string;
}

/** The origin of the entries `first` to `last`, which were committed together. */
export interface OriginNote extends Origin {
  board: string;
  first: number;
  last: number;
  actor: string;
  /** ISO, UTC. */
  at: string;
}

/** Whose origins are to go; at least one is given. */
export interface OriginFilter {
  board?: string | undefined;
  /** The id of a person, in whatever role they acted. */
  person?: string | undefined;
  /** Older than this, ISO. */
  before?: string | undefined;
}

/**
 * Origins beside the ledger, in its database or in a file of its own in the data folder; in no
 * export of the ledger, and to be erased without touching the hash chain. Everything rejects with
 * `LedgerUnavailable` while the place cannot be reached.
 */
export interface Origins {
  note(notes: readonly OriginNote[]): Promise<void>;
  /** Those of entries from `first` to `last`. */
  find(board: string, first: number, last: number): Promise<OriginNote[]>;
  forget(filter: OriginFilter): Promise<void>;
  close(): Promise<void>;
}
