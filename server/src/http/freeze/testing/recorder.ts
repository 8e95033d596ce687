import { io, type Socket } from 'socket.io-client';

interface Told {
  ok: boolean;
  epoch: string;
  topics: Record<string, { seq: number }>;
}

interface Head {
  epoch: string;
  seq?: number;
  to?: number;
}

/** Everything that the server says to one visitor on a socket, word for word, in its order. */
export class Recorder {
  readonly words: string[] = [];
  /** Heads that beats told of; when a beat comes is the clock's affair. */
  readonly beats: Required<Pick<Head, 'epoch' | 'seq'>>[] = [];
  readonly #socket: Socket;
  #epoch: string | undefined;
  #known: Record<string, number> = {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.onAny((event: string, said: { epoch: string; seq: number }) => {
      if (event !== 'beat') return void this.words.push(JSON.stringify([event, said]));
      this.beats.push({ epoch: said.epoch, seq: said.seq });
    });
  }

  static async connect(url: string, token?: string): Promise<Recorder> {
    const auth = token === undefined ? {} : { token };
    const socket = io(url, { transports: ['websocket'], forceNew: true, auth });
    const recorder = new Recorder(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return recorder;
  }

  /** Watches with what is known from before; everything committed until now is in what is heard. */
  async watch(topics: readonly string[]): Promise<void> {
    const known = this.#epoch === undefined ? {} : { epoch: this.#epoch, known: this.#known };
    const answer = (await this.#socket
      .timeout(8000)
      .emitWithAck('watch', { board: 'works', topics, ...known })) as Told;
    this.words.push(JSON.stringify(answer));
    if (!answer.ok) return;
    this.#epoch = answer.epoch;
    this.#known = Object.fromEntries(
      Object.entries(answer.topics).map(([topic, { seq }]) => [topic, seq]),
    );
  }

  /** The farthest position that was told of each epoch, other than by beats. */
  heads(): Map<string, number> {
    const heads = new Map<string, number>();
    for (const word of this.words) {
      // What the server says begins with its event; an answer stands for itself.
      const said = [JSON.parse(word) as Head | [string, Head]].flat().at(-1) as Head;
      const head = Math.max(heads.get(said.epoch) ?? 0, said.seq ?? said.to ?? 0);
      if (said.epoch !== undefined) heads.set(said.epoch, head);
    }
    return heads;
  }

  close(): void {
    this.#socket.disconnect();
  }
}
