import type { BoardEvent, BoardSource, Sight } from './board-source.ts';
import { BoardChannel, type ChannelDeps } from './board-channel.ts';

const sights: readonly Sight[] = ['full', 'public'];

/** The channels of the boards that are watched on this node, one for each sight. */
export class Channels {
  readonly #source: BoardSource;
  readonly #deps: ChannelDeps;
  readonly #onRemoved: (channel: BoardChannel) => void;
  readonly #channels = {
    full: new Map<string, BoardChannel>(),
    public: new Map<string, BoardChannel>(),
  };
  readonly #stop: () => void;

  constructor(source: BoardSource, deps: ChannelDeps, onRemoved: (gone: BoardChannel) => void) {
    this.#source = source;
    this.#deps = deps;
    this.#onRemoved = onRemoved;
    this.#stop = source.onEvent((event) => this.#hear(event));
  }

  /** Boards that are watched. */
  get size(): number {
    return new Set(this.all().map(({ board }) => board)).size;
  }

  get topics(): number {
    return this.all().reduce((sum, channel) => sum + channel.topics, 0);
  }

  all(): BoardChannel[] {
    return sights.flatMap((sight) => [...this.#channels[sight].values()]);
  }

  /** The channel of a board that exists, opened where nobody watched it before. */
  open(board: string, sight: Sight): BoardChannel | undefined {
    const host = this.#source.get(board);
    if (host === undefined) return undefined;
    let channel = this.get(board, sight);
    if (channel === undefined) {
      channel = new BoardChannel(host, sight, this.#deps);
      this.#channels[sight].set(board, channel);
    }
    channel.replace(host);
    return channel;
  }

  get(board: string, sight: Sight): BoardChannel | undefined {
    return this.#channels[sight].get(board);
  }

  /** A topic that changes without the ledger, for whoever looks. */
  markChanged(board: string, topic: string): void {
    for (const sight of sights) this.get(board, sight)?.markChanged(topic);
  }

  beat(): void {
    for (const channel of this.all()) {
      channel.sweep(performance.now());
      if (channel.watchers.size > 0) void channel.beat();
      else if (channel.topics === 0) this.#channels[channel.sight].delete(channel.board);
    }
  }

  close(): void {
    this.#stop();
    for (const channel of this.all()) channel.close();
    for (const sight of sights) this.#channels[sight].clear();
  }

  #hear(event: BoardEvent): void {
    if (event.kind === 'removed') return this.#remove(event.board);
    const channel = this.get(event.host.state.board, event.sight);
    if (channel === undefined) return;
    if (event.kind === 'applied') channel.apply(event);
    else channel.replace(event.host);
  }

  #remove(board: string): void {
    for (const sight of sights) {
      const channel = this.get(board, sight);
      if (channel === undefined) continue;
      this.#channels[sight].delete(board);
      channel.remove();
      this.#onRemoved(channel);
    }
  }
}
