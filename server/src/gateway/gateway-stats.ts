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

export const noStats: GatewayStats = {
  connections: 0,
  boards: 0,
  topics: 0,
  computations: 0,
  encodings: {},
  slowConsumers: 0,
  refusedConnections: 0,
  refusedEvents: {},
};

function addCounts(
  a: { [name: string]: number },
  b: { [name: string]: number },
): { [name: string]: number } {
  const sum = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Of two gateways together; a board that is watched on both counts twice. */
export function addStats(a: GatewayStats, b: GatewayStats): GatewayStats {
  return {
    connections: a.connections + b.connections,
    boards: a.boards + b.boards,
    topics: a.topics + b.topics,
    computations: a.computations + b.computations,
    encodings: addCounts(a.encodings, b.encodings),
    slowConsumers: a.slowConsumers + b.slowConsumers,
    refusedConnections: a.refusedConnections + b.refusedConnections,
    refusedEvents: addCounts(a.refusedEvents, b.refusedEvents),
  };
}

/** What is left of a gateway that ended: its counters, which never go back. */
export function withoutPresent(stats: GatewayStats): GatewayStats {
  return { ...stats, connections: 0, boards: 0, topics: 0 };
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
