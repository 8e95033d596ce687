import type { RelayMessage } from '../message.ts';
import type { RedisAddress } from './address.ts';
import { decodeEnvelope, encodeEnvelope } from './envelope.ts';
import type { Wires } from './wires.ts';

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
 * One life of the connections to Redis: opened once, lost once, never mended.
 * A stopped Redis leaves them looking `ready`, so the proof of life is a heartbeat that must come
 * back over the subscription: it covers every connection and the subscription itself. Beats are
 * counted, not timed: a busy event loop on this side sends fewer and is not mistaken for an outage.
 */
export class RedisPath {
  readonly #options: PathOptions;
  readonly #wires: Wires;
  readonly #ownPrefix: string;
  readonly #lost = Promise.withResolvers<Error>();
  readonly #firstBeat = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  /** By channel: each may be another Redis. */
  readonly #missedBeats = new Map<string, number>();
  readonly #unheard: Set<string>;
  #pendingBytes = 0;
  #open = false;

  constructor(options: PathOptions) {
    this.#options = options;
    this.#ownPrefix = `{"node":${JSON.stringify(options.node)},`;
    this.#unheard = new Set(options.address.channels);
    this.#wires = options.address.connect({
      onText: (channel, text) => this.#hear(channel, text),
      onLost: (reason) => this.#lost.resolve(reason),
    });
  }

  /** Resolves when a heartbeat has come back on every channel; rejects when that does not happen in time. */
  async open(): Promise<void> {
    const opening = this.#openAll();
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
    if (!this.#open || !this.#wires.isReady()) return false;
    const text = encodeEnvelope({ node: this.#options.node, message });
    if (text === undefined) return false;
    const bytes = Buffer.byteLength(text);
    if (this.#pendingBytes + bytes > this.#options.maxPendingBytes) return false;
    this.#publish(this.#options.address.channelOf(message), text, bytes);
    return true;
  }

  destroy(): void {
    this.#open = false;
    clearInterval(this.#timer);
    this.#lost.resolve(new Error('closed'));
    this.#wires.destroy();
  }

  async #openAll(): Promise<void> {
    await this.#wires.open(this.#options.address.channels);
    this.#beat();
  }

  #beat(): void {
    if (this.#isSilent()) {
      // What Redis said while this process was busy is read before the judgement.
      setImmediate(() => {
        if (this.#isSilent()) this.#lost.resolve(new Error('no heartbeat came back'));
      });
      return;
    }
    for (const channel of this.#options.address.channels) {
      const missed = (this.#missedBeats.get(channel) ?? 0) + 1;
      this.#missedBeats.set(channel, missed);
      this.#publish(channel, `${this.#ownPrefix}"beat":${missed}}`, 0);
    }
  }

  #isSilent(): boolean {
    const { maxMissedBeats } = this.#options;
    return [...this.#missedBeats.values()].some((missed) => missed >= maxMissedBeats);
  }

  #publish(channel: string, text: string, bytes: number): void {
    this.#pendingBytes += bytes;
    const settle = (): void => {
      this.#pendingBytes -= bytes;
    };
    // A refused publish needs no answer here: if it means anything, the heartbeat fails too.
    this.#wires.publish(channel, text).then(settle, settle);
  }

  #hear(channel: string, text: string): void {
    if (text.startsWith(this.#ownPrefix)) {
      if (text.startsWith(`${this.#ownPrefix}"beat"`)) this.#hearBeat(channel);
      return;
    }
    const message = decodeEnvelope(text)?.message;
    if (message !== undefined) this.#options.onMessage(message);
  }

  #hearBeat(channel: string): void {
    this.#missedBeats.set(channel, 0);
    this.#unheard.delete(channel);
    if (this.#unheard.size === 0) this.#firstBeat.resolve();
  }
}
