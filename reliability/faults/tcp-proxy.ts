import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network that can be broken: cut, swallowing everything, or led to another port. */
export class TcpProxy {
  port = 0;
  mode: 'open' | 'refused' | 'blackhole' = 'open';
  target: number;
  readonly #pairs = new Set<[Socket, Socket]>();
  readonly #server = createServer((near) => this.#lead(near));

  constructor(target: number) {
    this.target = target;
  }

  static async before(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    // An address, because it listens on a port.
    proxy.port = (proxy.#server.address() as AddressInfo).port;
    return proxy;
  }

  get connections(): number {
    return this.#pairs.size;
  }

  /** Ends every connection that there is. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #lead(near: Socket): void {
    near.on('error', () => undefined);
    if (this.mode === 'refused') return void near.destroy();
    const far = connect(this.target, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => {
        if (this.mode !== 'blackhole') to.write(bytes);
      });
      // An error is followed by `close`, which ends the other half.
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
  }
}
