import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  /** The same URL, led through the proxy. */
  through(url: string): string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  /** The next message with `word` reaches PostgreSQL; its connection breaks instead of an answer. */
  loseAnswerTo(word: string): void;
  close(): Promise<void>;
}

/** A TCP proxy before the tests' PostgreSQL, for the faults of a network. */
export async function createProxy({ hostname, port }: URL): Promise<Proxy> {
  const pairs = new Set<[Socket, Socket]>();
  let isCut = false;
  let lost: string | undefined;

  function forward(from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      const isLost = lost !== undefined && bytes.includes(lost);
      to.write(bytes);
      if (!isLost) return;
      lost = undefined;
      // What comes back now says that it was done: nobody will hear it.
      to.removeAllListeners('data');
      to.once('data', () => {
        from.destroy();
        to.destroy();
      });
    });
  }

  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port || 5432), hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    forward(near, far);
    far.on('data', (bytes) => near.write(bytes));
    for (const [one, other] of [pair, [far, near] as const]) {
      // An error is followed by `close`, which ends the other half.
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address, because it listens on a port.
  const { port: own } = server.address() as AddressInfo;

  const destroyAll = () => {
    for (const [near] of pairs) near.destroy();
  };
  return {
    through(url) {
      const led = new URL(url);
      led.hostname = '127.0.0.1';
      led.port = String(own);
      return led.href;
    },
    cut() {
      isCut = true;
      destroyAll();
    },
    mend: () => void (isCut = false),
    loseAnswerTo: (word) => void (lost = word),
    async close() {
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
