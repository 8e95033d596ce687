import type { Entry } from '@emulation/shared';

/** What nodes tell each other. Positions always; the entries when they are small. */
export type RelayMessage =
  | { kind: 'committed'; board: string; epoch: string; from: number; to: number; entries?: Entry[] }
  /** The board has a new epoch or is gone: forget what you hold and look at the ledger. */
  | { kind: 'replaced'; board: string }
  | { kind: 'presence'; node: string; counts: Record<string, number> };

/**
 * Makes following fast, never true: a message may be lost, doubled or late, and whoever follows
 * compares heads with the ledger all the same.
 */
export interface Relay {
  /** Never throws and never waits; what cannot be sent now is dropped. */
  publish(message: RelayMessage): void;
  /** Messages of other nodes only. Returns how to stop listening. */
  subscribe(listener: (message: RelayMessage) => void): () => void;
  /** Whether the fast path answered lately (always true in-process). */
  healthy(): boolean;
  close(): Promise<void>;
}
