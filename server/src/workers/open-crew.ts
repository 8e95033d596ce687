import type { Environment } from '../config/config.ts';
import type { Displays } from '../displays/displays.ts';
import type { Identity } from '../identity/identity.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Crew, type CrewDeps } from './crew.ts';
import type { WriterDesk } from './messages.ts';

export interface WriterParts extends Pick<CrewDeps, 'server' | 'own' | 'relay' | 'log'> {
  config: Environment;
  ledger: Ledger;
  identity: Identity;
  displays: Displays;
}

/** What the writer's parts do for its workers. */
function createDesk({ ledger, identity }: WriterParts): WriterDesk {
  return {
    heads: () => ledger.heads(),
    read: (...range) => ledger.read(...range),
    readStored: (...range) => ledger.readStored(...range),
    knownKeys: (...asked) => ledger.knownKeys(...asked),
    append: (request) => ledger.append(request),
    loadSnapshot: (board) => ledger.loadSnapshot(board),
    identify: (headers, address) => identity.identify(headers, address),
    alive: (ids) => identity.people.alive(ids),
  };
}

/** Workers beside the gateway of this process, where the configuration asks for any. */
export function openCrew(parts: WriterParts): Crew | undefined {
  const { config, displays, server, own, relay, log } = parts;
  if (config.GATEWAYS === 0) return undefined;
  const settings = {
    publicUrl: config.PUBLIC_URL,
    maxConnections: config.MAX_SOCKETS,
    logLevel: config.LOG_LEVEL,
    build: displays.build,
    traceEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
  const desk = createDesk(parts);
  return new Crew({ count: config.GATEWAYS, server, own, settings, desk, relay, log });
}
