import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous, stewardByToken } from '../../identity/actor.ts';
import { CheerDesk } from '../../cheers/cheer-desk.ts';
import { Displays } from '../../displays/displays.ts';
import { createLocalRelay } from '../../relay/local/local-relay.ts';
import { authorize } from '../../identity/authorize.ts';
import type { Relay } from '../../relay/relay.ts';
import type { Log } from '../../log.ts';
import { createGateway, type Gateway, type GatewayDeps } from '../gateway.ts';
import type { GatewayLimits } from '../limits.ts';
import { FoldBoards } from './fold-board.ts';
import { LiveClient } from './live-client.ts';

export interface TestGateway {
  url: string;
  server: Server;
  gateway: Gateway;
  displays: Displays;
  cheers: CheerDesk;
  boards: FoldBoards;
  clock: { now: number };
  /** What the gateway logged at `error`: a test that did not ask for trouble finds none. */
  errors: unknown[];
  warnings: object[];
  client(options?: ConstructorParameters<typeof LiveClient>[1]): Promise<LiveClient>;
  close(): Promise<void>;
}

interface Options extends Partial<Pick<GatewayDeps, 'publicUrl' | 'protocols'>> {
  relay?: Relay;
  limits?: Partial<GatewayLimits>;
  port?: number;
  boards?: FoldBoards;
}

/** Steward is whoever says `Bearer steward`; another bearer is wrong. */
const identify: GatewayDeps['identify'] = async ({ authorization }) => {
  if (authorization === undefined) return { kind: 'known', actor: anonymous };
  if (authorization === 'Bearer steward') return { kind: 'known', actor: stewardByToken };
  return { kind: 'wrong-token' };
};

function quietLog(errors: unknown[], warnings: object[]): Log {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (about: object) => void warnings.push(about),
    error: (...args: unknown[]) => void errors.push(args),
  } as Log;
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  // Bound to TCP, so its address is one.
  const address = server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

/** A gateway on a server of its own, with boards on the real fold. */
export async function openTestGateway(options: Options = {}): Promise<TestGateway> {
  const clock = { now: Date.parse('2026-06-17T12:00:00Z') };
  const boards = options.boards ?? new FoldBoards(() => clock.now);
  const errors: unknown[] = [];
  const warnings: object[] = [];
  const server = createServer((_, response) => response.writeHead(404).end());
  const url = await listen(server, options.port ?? 0);
  const log = quietLog(errors, warnings);
  const now = () => clock.now;
  const relay = options.relay ?? createLocalRelay({ log });
  const displays = new Displays({ relay, clock: { now }, build: 'build-1' });
  const cheers = new CheerDesk({ boards: { get: () => undefined }, relay, clock: { now }, log });
  const gateway = createGateway({
    server,
    registry: boards,
    displays,
    cheers,
    clock: { now },
    log,
    identify,
    holds: () => true,
    credentials: { follow: () => () => undefined, onEnded: () => () => undefined },
    authorize,
    relay: options.relay,
    publicUrl: options.publicUrl,
    protocols: options.protocols,
    limits: options.limits,
  });
  const clients: LiveClient[] = [];
  return {
    url,
    server,
    gateway,
    displays,
    cheers,
    boards,
    clock,
    errors,
    warnings,
    async client(clientOptions) {
      const client = new LiveClient(url, clientOptions);
      clients.push(client);
      return client.connected();
    },
    async close() {
      for (const client of clients) client.close();
      await gateway.close();
      displays.close();
      await cheers.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
