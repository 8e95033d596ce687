/**
 * A gateway worker: a node without a file, a database or a secret. Its writer hands it sockets and
 * stands for its ledger and its relay; it ends with the writer, however that ends.
 */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { pino } from 'pino';
import { BoardRegistry } from './board/registry.ts';
import { CheerDesk } from './cheers/cheer-desk.ts';
import { Displays } from './displays/displays.ts';
import { createGateway } from './gateway/gateway.ts';
import { authorize } from './identity/authorize.ts';
import { Credentials } from './identity/credentials.ts';
import { stillHolds } from './identity/still-holds.ts';
import { openTracing } from './tracing/open-tracing.ts';
import type { Tracing } from './tracing/tracing.ts';
import { takeOver } from './workers/handed-socket.ts';
import { lendLedger } from './workers/lent-ledger.ts';
import type { ToWorker, ToWriter, WorkerSettings } from './workers/messages.ts';
import { WriterLine } from './workers/writer-line.ts';

const clock = { now: () => Date.now() };

/** The channel to a writer that is gone is closed: `disconnect` ends this process. */
const send = (message: ToWriter): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};

function openParts(settings: WorkerSettings, tracing: Tracing | undefined) {
  const log = pino({ level: settings.logLevel });
  const line = new WriterLine(send, log);
  const { relay } = line;
  const told = tracing?.relay(relay) ?? relay;
  const registry = new BoardRegistry({ ledger: lendLedger(line), relay: told, clock, log });
  tracing?.follow(registry);
  const displays = new Displays({ relay, clock, build: settings.build });
  const cheers = new CheerDesk({ boards: registry, relay, clock, log });
  const alive = (ids: readonly string[]) => line.ask('alive', ids);
  const credentials = new Credentials({ alive, relay, log });
  return { log, line, relay, registry, displays, cheers, credentials };
}

let left = 0;

/** Told together: a storm of clients that leave is one message. */
function noteLeft(): void {
  if (left++ > 0) return;
  setImmediate(() => {
    send({ kind: 'left', sockets: left });
    left = 0;
  });
}

function open(settings: WorkerSettings, tracing: Tracing | undefined) {
  const parts = openParts(settings, tracing);
  const { log, line, relay, registry, displays, cheers, credentials } = parts;
  // It never listens: sockets are handed to it.
  const server = createServer();
  const { publicUrl, maxConnections } = settings;
  const holding = {
    credentials,
    clock,
    findToken: (board: string, id: string) =>
      registry.get(board)?.state.books.machines.tokens.get(id),
  };
  const gateway = createGateway({
    server,
    registry,
    relay,
    displays,
    cheers,
    credentials,
    tracing,
    clock,
    log,
    publicUrl,
    authorize,
    identify: (headers, address) => line.ask('identify', headers, address),
    holds: (actor) => stillHolds(actor, holding),
    arrive: (board) => registry.arrive(board),
    limits: { maxConnections, maxConnectionsPerAddress: maxConnections },
  });
  const start = async (): Promise<void> => {
    await registry.start();
    cheers.start();
    send({ kind: 'ready' });
  };
  const close = async (): Promise<void> => {
    await gateway.close();
    await cheers.close();
    await registry.close();
    displays.close();
    credentials.close();
    await tracing?.close();
  };
  const take = (message: Extract<ToWorker, { kind: 'socket' }>, socket: Socket): void => {
    socket.once('close', noteLeft);
    gateway.noteElsewhere(message.elsewhere);
    takeOver(server, message.request, socket);
  };
  return { gateway, line, start, close, take };
}

let worker: ReturnType<typeof open> | undefined;

async function begin(settings: WorkerSettings): Promise<void> {
  const log = pino({ level: settings.logLevel });
  worker = open(settings, await openTracing(settings.traceEndpoint, log));
  await worker.start();
}

function hear(message: ToWorker, socket: Socket | undefined): void {
  if (message.kind === 'begin') {
    return void begin(message.settings);
  }
  if (!worker) return;
  switch (message.kind) {
    case 'socket':
      // Closed while it was under way.
      return socket ? worker.take(message, socket) : send({ kind: 'left', sockets: 1 });
    case 'beat':
      return send({ kind: 'alive', stats: worker.gateway.stats() });
    case 'end':
      return void worker.close().finally(() => process.exit(0));
    case 'relay':
    case 'answer':
      return worker.line.hear(message);
  }
}

// The writer says when to end; a signal to the whole group reaches it, too.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
// What comes over the channel is said by a process of this very program.
process.on('message', (message, socket) => hear(message as ToWorker, socket as Socket | undefined));
