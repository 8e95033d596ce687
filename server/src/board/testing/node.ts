import type { Ledger } from '../../ledger/ledger.ts';
import { createLocalRelay } from '../../relay/local/local-relay.ts';
import type { Relay } from '../../relay/relay.ts';
import { recordingLog } from '../../relay/testing/recording-log.ts';
import type { BoardEvent } from '../event.ts';
import type { BoardHost } from '../host.ts';
import { BoardRegistry } from '../registry.ts';

export interface TestNode {
  registry: BoardRegistry;
  log: ReturnType<typeof recordingLog>;
  events: BoardEvent<BoardHost>[];
  close(): Promise<void>;
}

const nodes: TestNode[] = [];

/** A node of the system under test: a registry, its relay, and what it told. */
export async function startNode(deps: {
  ledger: Ledger;
  relay?: Relay;
  pollMs?: number | 'never';
}): Promise<TestNode> {
  const log = recordingLog();
  const relay = deps.relay ?? createLocalRelay({ log });
  const clock = { now: () => Date.UTC(2026, 2, 1) };
  const registry = new BoardRegistry({ pollMs: 50, ...deps, relay, clock, log });
  const events: BoardEvent<BoardHost>[] = [];
  registry.onEvent((event) => {
    // While nothing is hidden both sights tell the same.
    if (event.kind === 'removed' || event.sight === 'full') events.push(event);
  });
  const close = async (): Promise<void> => {
    await registry.close();
    await relay.close();
  };
  const node = { registry, log, events, close };
  nodes.push(node);
  await registry.start();
  return node;
}

export async function closeNodes(): Promise<void> {
  await Promise.all(nodes.splice(0).map((node) => node.close()));
}

/** The happenings a node told of one board, as `position.number`, in the order it told them. */
export function toldHappenings(node: TestNode, board: string): string[] {
  return node.events.flatMap((event) =>
    event.kind === 'applied' && event.host.board === board
      ? event.happenings.map(({ seq, n }) => `${seq}.${n}`)
      : [],
  );
}

/** The positions told, in order; `replaced` and `removed` by name. */
export function toldPositions(node: TestNode): string[] {
  return node.events.map((event) =>
    event.kind === 'applied' ? `${event.from}-${event.to}` : event.kind,
  );
}
