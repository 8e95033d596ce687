import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addStats, noStats, withoutPresent, type GatewayStats } from '../gateway/gateway-stats.ts';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import { toHand } from './handed-socket.ts';
import type { AttachedWorker, MachineRelay } from './machine-relay.ts';
import type { Fault, ToWorker, ToWriter, WorkerSettings, WriterDesk } from './messages.ts';

export interface SeatDeps {
  settings: WorkerSettings;
  desk: WriterDesk;
  relay: MachineRelay;
  log: Log;
}

const script = fileURLToPath(new URL('../gateway-worker.ts', import.meta.url));
const beatMs = 1000;
/** Unanswered beats after which a worker gets no more sockets, and after which it is ended. */
const beatsUntil = { passedOver: 3, ended: 15 };
/** Relay messages that may wait for a worker; it finds what is dropped in the ledger. */
const maxWaiting = 10_000;
const restartMs = { first: 250, most: 10_000, forgivenAfter: 60_000 };
const endMs = 4000;

/** Of the environment; the secrets in it are the writer's. */
function workerEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'TZ', 'LANG', 'LD_LIBRARY_PATH', 'NODE_ENV', 'NODE_OPTIONS', 'SYSTEMROOT'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof LedgerUnavailable)) return { kind: 'other', message };
  return { kind: 'unavailable', message, retryAfterSeconds: error.retryAfterSeconds };
}

/** The place of one worker: the process that has it now, and the next when that one ends. */
export class WorkerSeat {
  readonly #deps: SeatDeps;
  #child: ChildProcess | undefined;
  #attached: AttachedWorker | undefined;
  #isReady = false;
  #missedBeats = 0;
  #waiting = 0;
  #sockets = 0;
  #stats = noStats;
  /** What was counted by those who had this place before. */
  #past = noStats;
  #failures = 0;
  #isClosing = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #first = Promise.withResolvers<void>();

  constructor(deps: SeatDeps) {
    this.#deps = deps;
  }

  /** Resolves when a worker first serves here. */
  start(): Promise<void> {
    this.#timer = setInterval(() => this.#beat(), beatMs);
    this.#timer.unref();
    this.#spawn();
    return this.#first.promise;
  }

  /** Whether sockets may be handed to it now. */
  get isOpen(): boolean {
    return this.#isReady && !this.#isClosing && this.#missedBeats < beatsUntil.passedOver;
  }

  /** Sockets that were handed over and are not known to be closed. */
  get sockets(): number {
    return this.#sockets;
  }

  get stats(): GatewayStats {
    return addStats(this.#past, this.#stats);
  }

  take(request: IncomingMessage, socket: Socket, head: Buffer, elsewhere: number): void {
    this.#sockets++;
    const message: ToWorker = { kind: 'socket', request: toHand(request, head), elsewhere };
    // Otherwise Node would ask the worker about it whenever the server is counted or closed.
    Object.assign(socket, { server: null });
    // Here it is over either way: sent, it has lost its descriptor to the worker.
    this.#child?.send(message, socket, () => socket.destroy());
  }

  /** Ends it in order: its clients are told to come back. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
    this.#first.resolve();
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    this.#send({ kind: 'end' });
    const late = setTimeout(() => child.kill('SIGKILL'), endMs);
    await ended;
    clearTimeout(late);
  }

  #spawn(): void {
    const startedAt = performance.now();
    const child = fork(script, [], {
      serialization: 'advanced',
      execArgv: [],
      env: workerEnvironment(),
    });
    this.#child = child;
    this.#attached = this.#deps.relay.attach((message) => {
      if (this.#waiting < maxWaiting) this.#send({ kind: 'relay', message });
    });
    // What comes over the channel is said by a process of this very program.
    child.on('message', (message) => this.#hear(message as ToWriter));
    child.on('error', (err) => this.#deps.log.error({ err }, 'a gateway worker cannot be reached'));
    child.once('exit', (code, signal) => void this.#replace({ code, signal, startedAt }));
    this.#send({ kind: 'begin', settings: this.#deps.settings });
  }

  async #replace(end: { code: number | null; signal: string | null; startedAt: number }) {
    this.#attached?.detach();
    this.#child = undefined;
    this.#isReady = false;
    this.#missedBeats = this.#waiting = this.#sockets = 0;
    this.#past = addStats(this.#past, withoutPresent(this.#stats));
    this.#stats = noStats;
    if (this.#isClosing) return;
    const { code, signal, startedAt } = end;
    this.#deps.log.error({ code, signal }, 'a gateway worker ended and is started again');
    if (performance.now() - startedAt > restartMs.forgivenAfter) this.#failures = 0;
    await pause(Math.min(restartMs.most, restartMs.first * 2 ** this.#failures++));
    if (!this.#isClosing) this.#spawn();
  }

  #send(message: ToWorker): void {
    const child = this.#child;
    if (!child?.connected) return;
    this.#waiting++;
    // Where it cannot be sent the worker is gone, and its exit says so.
    child.send(message, () => void (child === this.#child && this.#waiting--));
  }

  #beat(): void {
    if (!this.#isReady) return;
    if (++this.#missedBeats > beatsUntil.ended) return void this.#child?.kill('SIGKILL');
    this.#send({ kind: 'beat' });
  }

  #hear(message: ToWriter): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        return this.#first.resolve();
      case 'alive':
        this.#missedBeats = 0;
        this.#stats = message.stats;
        return;
      case 'left':
        this.#sockets -= message.sockets;
        return;
      case 'relay':
        return this.#attached?.hear(message.message);
      case 'ask':
        return void this.#answer(message);
    }
  }

  async #answer({ id, method, args }: Extract<ToWriter, { kind: 'ask' }>): Promise<void> {
    // The arguments are those of the method: `WriterLine.ask` pairs them.
    const call = this.#deps.desk[method] as (...given: unknown[]) => Promise<unknown>;
    try {
      this.#send({ kind: 'answer', id, value: await call(...args) });
    } catch (error) {
      this.#send({ kind: 'answer', id, fault: faultOf(error) });
    }
  }
}
