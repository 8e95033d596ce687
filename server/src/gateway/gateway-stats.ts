/** Counters since the start, and what is there now. */
export interface GatewayStats {
  connections: number;
  boards: number;
  /** Topics held for their watchers. */
  topics: number;
  /** Times a view was asked for its rows. */
  computations: number;
  /** Encoded events by name: a broadcast to any number of watchers is one. */
  encodings: { [event: string]: number };
  /** Connections cut because too much waited for them. */
  slowConsumers: number;
  /** Handshakes refused, by origin or number. */
  refusedConnections: number;
  /** Events refused, by kind. */
  refusedEvents: { [kind: string]: number };
}

/** Counts by name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  counts(): { [name: string]: number } {
    return Object.fromEntries(this.#counts);
  }
}
