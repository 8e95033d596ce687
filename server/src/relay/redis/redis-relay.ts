import { randomUUID } from 'node:crypto';
import type { Log } from '../../log.ts';
import { Listeners } from '../listeners.ts';
import type { Relay, RelayMessage } from '../relay.ts';
import { redisAddress } from './address.ts';
import { backoffMs } from './backoff.ts';
import { RedisPath } from './path.ts';

export interface RedisRelayOptions {
  /** As `redisAddress` reads it. */
  url: string;
  log: Log;
  beatMs?: number;
  maxMissedBeats?: number;
  maxPendingBytes?: number;
}

/**
 * The relay of several nodes on one Redis. Starts at once and never fails: while Redis is away it
 * drops what it is given, and it returns by itself.
 *
 *   opening ──a heartbeat came back──▶ open ──heartbeats stop, a connection closes──▶ waiting
 *      ▲  └──refused, or silent─────────────────────────────────────────────────────▶   │
 *      └───────────────────────────────jittered back-off────────────────────────────────┘
 */
export class RedisRelay implements Relay {
  readonly #options: Required<RedisRelayOptions>;
  readonly #listeners: Listeners;
  readonly #node = randomUUID();
  readonly #closing = Promise.withResolvers<void>();
  readonly #running: Promise<void>;
  #path: RedisPath | undefined;
  #outage = false;
  #closed = false;

  constructor(options: RedisRelayOptions) {
    this.#options = {
      beatMs: 500,
      maxMissedBeats: 3,
      maxPendingBytes: 8 * 1024 * 1024,
      ...options,
    };
    this.#listeners = new Listeners(options.log);
    this.#running = this.#run();
  }

  publish(message: RelayMessage): void {
    this.#path?.send(message);
  }

  subscribe(listener: (message: RelayMessage) => void): () => void {
    return this.#listeners.add(listener);
  }

  healthy(): boolean {
    return this.#path !== undefined;
  }

  /** Bytes published that Redis has not answered for. */
  get pendingBytes(): number {
    return this.#path?.pendingBytes ?? 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#closing.resolve();
    this.#listeners.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#closed) {
      const opened = await this.#livePath();
      failures = opened ? 0 : failures + 1;
      if (!this.#closed) await this.#pause(backoffMs(failures, Math.random()));
    }
  }

  /** Lives through one path; true when it was open for a while. */
  async #livePath(): Promise<boolean> {
    let path: RedisPath | undefined;
    try {
      path = this.#newPath();
      await Promise.race([path.open(), this.#closing.promise]);
      if (this.#closed) return true;
      this.#noteReturn();
      this.#path = path;
      const reason = await Promise.race([path.lost, this.#closing.promise]);
      if (reason !== undefined) this.#noteOutage(reason);
      return true;
    } catch (err) {
      this.#noteOutage(err);
      return false;
    } finally {
      this.#path = undefined;
      path?.destroy();
    }
  }

  #newPath(): RedisPath {
    const { url, beatMs, maxMissedBeats, maxPendingBytes } = this.#options;
    return new RedisPath({
      address: redisAddress(url),
      node: this.#node,
      beatMs,
      maxMissedBeats,
      maxPendingBytes,
      onMessage: (message) => this.#listeners.tell(message),
    });
  }

  async #pause(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const elapsed = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([elapsed, this.#closing.promise]);
    clearTimeout(timer);
  }

  #noteOutage(err: unknown): void {
    if (this.#outage) return;
    this.#outage = true;
    this.#options.log.warn({ err }, 'redis is away: nodes follow the ledger until it returns');
  }

  #noteReturn(): void {
    this.#options.log.info(this.#outage ? 'redis is back' : 'redis answers');
    this.#outage = false;
  }
}
