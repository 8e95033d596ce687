import type { DisplayReport, Happening } from '@emulation/shared';
import type { Api } from '../http/api.ts';
import type { BoardEvent } from '../gateway/board-source.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Relay } from '../relay/relay.ts';

/** Follows posts on their way to the screens; where it is not asked for there is none of it. */
export interface Tracing {
  /** Begins a trace with each request that posts, or goes on with that of its `traceparent`. */
  watch(api: Api): void;
  ledger(ledger: Ledger): Ledger;
  /** Traces go along with what is committed. */
  relay(relay: Relay): Relay;
  /** To be called before anybody else listens: what follows in the same turn is the fan-out. */
  follow(boards: { onEvent(listener: (event: BoardEvent) => void): () => void }): void;
  /** With the trace that it belongs to, if any. */
  mark(happening: Happening): Happening;
  /** What a wall has shown ends the trace. */
  noteShown(report: DisplayReport): void;
  close(): Promise<void>;
}
