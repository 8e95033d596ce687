import type { RelayMessage } from './message.ts';

export type { RelayMessage } from './message.ts';

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
