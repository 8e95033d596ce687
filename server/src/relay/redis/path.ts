import type { Redis } from 'ioredis';
import type { RelayMessage } from '../message.ts';
import type { RedisAddress } from './address.ts';
import { decodeEnvelope, encodeEnvelope } from './envelope.ts';

export interface PathOptions {
  address: RedisAddress;
  /** This node: its own messages come back and are not passed on. */
  node: string;
  beatMs: number;
  /** Unanswered heartbeats after which the path is lost. */
  maxMissedBeats: number;
  /** Published and not yet answered; what would exceed it is dropped. */
  maxPendingBytes: number;
  onMessage: (message: RelayMessage) => void;
}

/**
 * One life of the two connections to Redis: opened once, lost once, never mended.
 * A stopped Redis leaves both looking `ready`, so the proof of life is a heartbeat that must come
 * back over the subscription: it covers both connections and the subscription itself. Beats are
 * counted, not timed: a busy event loop on this side sends fewer and is not mistaken for an outage.
 */
export class RedisPath {
  readonly #options: PathOptions;
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #ownPrefix: string;
  readonly #lost = Promise.withResolvers<Error>();
  readonly #firstBeat = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #missedBeats = 0;
  #pendingBytes = 0;
  #open = false;

  constructor(options: PathOptions) {
    this.#options = options;
    this.#ownPrefix = `{"node":${JSON.stringify(options.node)},`;
    this.#publisher = this.#connection();
    this.#subscriber = this.#connection();
    this.#subscriber.on('message', (_channel: string, text: string) => this.#hear(text));
  }

  /** Resolves when a heartbeat has come back; rejects when that does not happen in time. */
  async open(): Promise<void> {
    const opening = this.#openBoth();
    opening.catch((err: unknown) =>
      this.#lost.resolve(err instanceof Error ? err : new Error(String(err))),
    );
    this.#timer = setInterval(() => this.#beat(), this.#options.beatMs);
    const failure = await Promise.race([this.#firstBeat.promise, this.#lost.promise]);
    if (failure !== undefined) throw failure;
    this.#open = true;
  }

  /** Resolves with the reason once this path no longer works. */
  get lost(): Promise<Error> {
    return this.#lost.promise;
  }

  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** False: dropped. */
  send(message: RelayMessage): boolean {
    if (!this.#open || this.#publisher.status !== 'ready') return false;
    const text = encodeEnvelope({ node: this.#options.node, message });
    if (text === undefined) return false;
    const bytes = Buffer.byteLength(text);
    if (this.#pendingBytes + bytes > this.#options.maxPendingBytes) return false;
    this.#publish(text, bytes);
    return true;
  }

  destroy(): void {
    this.#open = false;
    clearInterval(this.#timer);
    this.#lost.resolve(new Error('closed'));
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.disconnect();
      // `disconnect` asks politely and waits for an answer that a stopped Redis never gives.
      connection.stream?.destroy();
    }
  }

  #connection(): Redis {
    const connection = this.#options.address.connect();
    connection.on('error', (err: Error) => this.#lost.resolve(err));
    connection.on('close', () => this.#lost.resolve(new Error('the connection was closed')));
    return connection;
  }

  async #openBoth(): Promise<void> {
    await Promise.all([this.#publisher.connect(), this.#subscriber.connect()]);
    await this.#subscriber.subscribe(this.#options.address.channel);
    this.#beat();
  }

  #beat(): void {
    if (this.#missedBeats >= this.#options.maxMissedBeats) {
      // What Redis said while this process was busy is read before the judgement.
      setImmediate(() => {
        if (this.#missedBeats >= this.#options.maxMissedBeats) {
          this.#lost.resolve(new Error('no heartbeat came back'));
        }
      });
      return;
    }
    this.#missedBeats += 1;
    this.#publish(`${this.#ownPrefix}"beat":${this.#missedBeats}}`, 0);
  }

  #publish(text: string, bytes: number): void {
    this.#pendingBytes += bytes;
    const settle = (): void => {
      this.#pendingBytes -= bytes;
    };
    // A refused publish needs no answer here: if it means anything, the heartbeat fails too.
    this.#publisher.publish(this.#options.address.channel, text).then(settle, settle);
  }

  #hear(text: string): void {
    if (text.startsWith(this.#ownPrefix)) {
      if (!text.startsWith(`${this.#ownPrefix}"beat"`)) return;
      this.#missedBeats = 0;
      this.#firstBeat.resolve();
      return;
    }
    const message = decodeEnvelope(text)?.message;
    if (message !== undefined) this.#options.onMessage(message);
  }
}
