import type { BoardEvent, BoardSource } from './board-source.ts';
import { BoardChannel, type ChannelDeps } from './board-channel.ts';

/** The channels of the boards that are watched on this node. */
export class Channels {
  readonly #source: BoardSource;
  readonly #deps: ChannelDeps;
  readonly #onRemoved: (channel: BoardChannel) => void;
  readonly #channels = new Map<string, BoardChannel>();
  readonly #stop: () => void;

  constructor(source: BoardSource, deps: ChannelDeps, onRemoved: (gone: BoardChannel) => void) {
    this.#source = source;
    this.#deps = deps;
    this.#onRemoved = onRemoved;
    this.#stop = source.onEvent((event) => this.#hear(event));
  }

  get size(): number {
    return this.#channels.size;
  }

  get topics(): number {
    let topics = 0;
    for (const channel of this.#channels.values()) topics += channel.topics;
    return topics;
  }

  /** The channel of a board that exists, opened where nobody watched it before. */
  open(board: string): BoardChannel | undefined {
    const host = this.#source.get(board);
    if (host === undefined) return undefined;
    let channel = this.#channels.get(board);
    if (channel === undefined) {
      channel = new BoardChannel(host, this.#deps);
      this.#channels.set(board, channel);
    }
    channel.replace(host);
    return channel;
  }

  get(board: string): BoardChannel | undefined {
    return this.#channels.get(board);
  }

  beat(): void {
    for (const channel of this.#channels.values()) {
      channel.sweep(performance.now());
      if (channel.watchers.size > 0) void channel.beat();
      else if (channel.topics === 0) this.#channels.delete(channel.board);
    }
  }

  close(): void {
    this.#stop();
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }

  #hear(event: BoardEvent): void {
    const board = event.kind === 'removed' ? event.board : event.host.state.board;
    const channel = this.#channels.get(board);
    if (channel === undefined) return;
    if (event.kind === 'applied') return channel.apply(event);
    if (event.kind === 'replaced') return channel.replace(event.host);
    this.#channels.delete(board);
    channel.remove();
    this.#onRemoved(channel);
  }
}
