import { io, type Socket } from 'socket.io-client';

interface Told {
  ok: boolean;
  epoch: string;
  topics: Record<string, { seq: number }>;
}

/** Everything that the server says to one visitor on a socket, word for word, in its order. */
export class Recorder {
  readonly words: string[] = [];
  /** Heads that beats told of; how often a beat comes is no word about the board. */
  readonly beats: string[] = [];
  readonly #socket: Socket;
  #epoch: string | undefined;
  #known: Record<string, number> = {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.onAny((event: string, said: { epoch: string; seq: number }) => {
      if (event !== 'beat') return void this.words.push(JSON.stringify([event, said]));
      const beat = `${said.epoch} ${said.seq}`;
      if (this.beats.at(-1) !== beat) this.beats.push(beat);
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

  close(): void {
    this.#socket.disconnect();
  }
}
