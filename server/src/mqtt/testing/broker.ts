import { Aedes } from 'aedes';
import mqtt, { type MqttClient } from 'mqtt';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A real broker, and a machine that is connected to it. */
export class Broker {
  readonly url: string;
  /** Messages that the bridge acknowledged, by topic. */
  readonly acknowledged: string[] = [];
  readonly #close: () => Promise<void>;
  readonly #machine: MqttClient;
  readonly #aedes: Aedes;

  private constructor(
    aedes: Aedes,
    of: { url: string; machine: MqttClient; close: () => Promise<void> },
  ) {
    this.#aedes = aedes;
    this.url = of.url;
    this.#machine = of.machine;
    this.#close = of.close;
    aedes.on('ack', (packet, client) => {
      if (client.id.startsWith('board-') && 'topic' in packet) this.acknowledged.push(packet.topic);
    });
  }

  static async start(): Promise<Broker> {
    const aedes = await Aedes.createBroker();
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('close', () => sockets.delete(socket)));
      aedes.handle(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an address with a port.
    const { port } = server.address() as AddressInfo;
    const url = `mqtt://127.0.0.1:${port}`;
    const machine = await mqtt.connectAsync(url, { clientId: 'machine' });
    const close = async () => {
      await machine.endAsync(true);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => aedes.close(() => resolve(undefined)));
      await new Promise((resolve) => server.close(resolve));
    };
    return new Broker(aedes, { url, machine, close });
  }

  /** Resolves when the broker has it. */
  async publish(topic: string, payload: unknown, retain = false): Promise<void> {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    await this.#machine.publishAsync(topic, text, { qos: 1, retain });
  }

  /** Resolves when a board listens. */
  listening(count = 1): Promise<void> {
    return new Promise((resolve) => {
      let heard = 0;
      const onSubscribe = (_: unknown, { id }: { id: string }) => {
        if (!id.startsWith('board-') || ++heard < count) return;
        this.#aedes.off('subscribe', onSubscribe);
        resolve();
      };
      this.#aedes.on('subscribe', onSubscribe);
    });
  }

  close(): Promise<void> {
    return this.#close();
  }
}
