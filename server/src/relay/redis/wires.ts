import { Redis, type Cluster } from 'ioredis';

/** What a path hears of its connections. */
export interface Hearing {
  onText: (channel: string, text: string) => void;
  /** They no longer work. */
  onLost: (reason: Error) => void;
}

/** The connections of one path: opened once, lost once and never mended. */
export interface Wires {
  /** Resolves when every channel is subscribed to. */
  open(channels: readonly string[]): Promise<void>;
  isReady(): boolean;
  publish(channel: string, text: string): Promise<unknown>;
  destroy(): void;
}

/** `disconnect` asks politely and waits for an answer that a stopped Redis never gives. */
function cut(connection: Redis): void {
  connection.disconnect();
  connection.stream?.destroy();
}

/** One Redis: a connection to publish, and one that subscribes and so can do nothing else. */
export class PairOfWires implements Wires {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;

  constructor(connect: () => Redis, { onText, onLost }: Hearing) {
    const connection = (): Redis => {
      const opened = connect();
      opened.on('error', onLost);
      opened.on('close', () => onLost(new Error('the connection was closed')));
      return opened;
    };
    this.#publisher = connection();
    this.#subscriber = connection();
    this.#subscriber.on('message', onText);
  }

  async open(channels: readonly string[]): Promise<void> {
    await Promise.all([this.#publisher.connect(), this.#subscriber.connect()]);
    await this.#subscriber.subscribe(...channels);
  }

  isReady(): boolean {
    return this.#publisher.status === 'ready';
  }

  publish(channel: string, text: string): Promise<unknown> {
    return this.#publisher.publish(channel, text);
  }

  destroy(): void {
    for (const connection of [this.#publisher, this.#subscriber]) cut(connection);
  }
}

/** A cluster: sharded publishing, so that a message goes to the one master that has its channel. */
export class ClusterWires implements Wires {
  readonly #cluster: Cluster;
  readonly #nodes = new Set<Redis>();

  constructor(connect: () => Cluster, { onText, onLost }: Hearing) {
    this.#cluster = connect();
    this.#cluster.on('error', onLost);
    this.#cluster.on('end', () => onLost(new Error('the connections were closed')));
    this.#cluster.on('+node', (node: Redis) => this.#nodes.add(node));
    this.#cluster.on('smessage', onText);
  }

  async open(channels: readonly string[]): Promise<void> {
    await this.#cluster.connect();
    // Channels of one command would have to be those of one slot.
    await Promise.all(channels.map((channel) => this.#cluster.ssubscribe(channel)));
  }

  isReady(): boolean {
    return this.#cluster.status === 'ready';
  }

  publish(channel: string, text: string): Promise<unknown> {
    return this.#cluster.spublish(channel, text);
  }

  destroy(): void {
    this.#cluster.disconnect();
    for (const node of this.#nodes) cut(node);
  }
}
