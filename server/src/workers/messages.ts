import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayStats } from '../gateway/gateway-stats.ts';
import type { Identified } from '../identity/identity.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { RelayMessage } from '../relay/message.ts';

/** What a worker cannot know by itself, of the configuration and of what is served. */
export interface WorkerSettings {
  publicUrl: string | undefined;
  maxConnections: number;
  logLevel: string;
  /** Of the pages that the writer serves. */
  build: string;
  /** Where traces go. */
  traceEndpoint: string | undefined;
}

/** What the writer does for its workers: they hold no file, no database and no secret. */
export interface WriterDesk extends Pick<
  Ledger,
  'heads' | 'read' | 'readStored' | 'knownKeys' | 'append' | 'loadSnapshot'
> {
  identify(headers: IncomingHttpHeaders, address: string): Promise<Identified>;
  /** Which of the credentials still hold. */
  alive(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The head of a request that becomes a WebSocket; the socket itself comes beside it. */
export interface HandedRequest {
  method: string;
  url: string;
  httpVersion: string;
  headers: IncomingHttpHeaders;
  rawHeaders: string[];
  /** What the client sent after the head. */
  body: Uint8Array;
}

export interface Fault {
  /** `unavailable`: the ledger cannot answer now, and may later. */
  kind: 'unavailable' | 'other';
  message: string;
  retryAfterSeconds?: number;
}

export type ToWorker =
  | { kind: 'begin'; settings: WorkerSettings }
  /** `elsewhere`: connections of this server that other processes hold. */
  | { kind: 'socket'; request: HandedRequest; elsewhere: number }
  | { kind: 'relay'; message: RelayMessage }
  | { kind: 'answer'; id: number; value?: unknown; fault?: Fault }
  | { kind: 'beat' }
  | { kind: 'end' };

export type ToWriter =
  | { kind: 'ready' }
  /** Answers a `beat`. */
  | { kind: 'alive'; stats: GatewayStats }
  /** So many of the sockets that were handed over are closed. */
  | { kind: 'left'; sockets: number }
  | { kind: 'relay'; message: RelayMessage }
  | { kind: 'ask'; id: number; method: keyof WriterDesk; args: unknown[] };
