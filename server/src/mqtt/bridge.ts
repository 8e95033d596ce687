/**
 * The one connection to a broker that brings results in. The broker keeps what was not acknowledged
 * (QoS 1, persistent session); a message is acknowledged when everything it brought is durable.
 *
 *   broker ──message──▶ mapping ──▶ ledger ──durable──▶ acknowledged
 *      ▲                               │ takes nothing
 *      └──── comes again ◀── connection gone, or tried again here
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mapping } from '@emulation/shared';
import type { IPublishPacket, MqttClient } from 'mqtt';
import { LedgerUnavailable, type Ledger } from '../ledger/ledger.ts';
import { MessageIntake, type FedBoard, type IntakeDeps, type Taken } from './intake.ts';
import { fitsFilter } from './topic-filter.ts';
import { Tally } from './tally.ts';

export interface BridgeDeps extends IntakeDeps {
  /** Of the broker; unset, there is no bridge. */
  url: string | undefined;
  ledger: Pick<Ledger, 'knownKeys' | 'keep'>;
  boards: { all(): FedBoard[] };
  everyMs?: number;
}

const leaseName = 'mqtt';
const leaseMs = 15_000;
const retryMs = 1000;

const mappingsOf = ({ state }: FedBoard): Mapping[] =>
  [...state.books.machines.mappings.values()].filter(({ isOn }) => isOn);

export class MqttBridge {
  readonly #deps: BridgeDeps;
  readonly #intake: MessageIntake;
  readonly #tally: Tally;
  readonly #node = randomUUID();
  #filters = new Set<string>();
  #client: MqttClient | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(deps: BridgeDeps) {
    this.#deps = deps;
    this.#intake = new MessageIntake(deps);
    this.#tally = new Tally(deps);
  }

  start(): void {
    const { url, everyMs = 1000 } = this.#deps;
    if (url === undefined) return;
    const look = () => {
      this.#looking = this.#looking.then(() => this.#look(url));
    };
    this.#timer = setInterval(look, everyMs);
    this.#timer.unref();
    look();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#looking;
    if (!this.#client) return;
    await this.#disconnect();
    await this.#deps.shelf.release(leaseName, this.#node).catch(() => undefined);
  }

  /** Connects where there is something to listen to and no other node does. */
  async #look(url: string): Promise<void> {
    if (this.#isStopped) return;
    const wanted = new Set(
      this.#deps.boards.all().flatMap((host) => mappingsOf(host).map(({ filter }) => filter)),
    );
    try {
      const isNeeded = wanted.size > 0 || this.#client !== undefined;
      if (!isNeeded) return;
      if (!(await this.#deps.shelf.lease(leaseName, this.#node, leaseMs)))
        return await this.#disconnect();
      this.#client ??= await this.#connect(url);
      await this.#listen(this.#client, wanted);
      await this.#tally.write();
    } catch (err) {
      this.#deps.log.warn({ err: reasonOf(err) }, 'the bridge to the broker waits');
    }
  }

  async #connect(url: string): Promise<MqttClient> {
    // The session at the broker belongs to the ledger: whichever node connects goes on with it.
    const clientId = await this.#deps.ledger.keep('mqtt-client', `board-${randomUUID()}`);
    const { default: mqtt } = await import('mqtt');
    const client = mqtt.connect(url, {
      clientId,
      clean: false,
      protocolVersion: 4,
      reconnectPeriod: 2000,
      resubscribe: true,
    });
    // Acknowledged by the callback, and so in the order in which they came.
    client.handleMessage = (packet, acknowledge) => {
      if (packet.cmd !== 'publish') return acknowledge();
      void this.#handle(packet).then((isDone) => isDone && acknowledge());
    };
    client.on('connect', () => this.#tally.connected());
    client.on('error', (err) => this.#tally.failing(reasonOf(err)));
    client.on('close', () => this.#tally.failing('the connection is closed'));
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#filters = new Set();
    // By force: what is not acknowledged comes again.
    await client?.endAsync(true);
  }

  async #listen(client: MqttClient, wanted: ReadonlySet<string>): Promise<void> {
    if (!client.connected) return;
    const fresh = [...wanted].filter((filter) => !this.#filters.has(filter));
    const gone = [...this.#filters].filter((filter) => !wanted.has(filter));
    if (fresh.length > 0) await client.subscribeAsync(fresh, { qos: 1 });
    if (gone.length > 0) await client.unsubscribeAsync(gone);
    this.#filters = new Set(wanted);
  }

  /** False: it must not be acknowledged, for this node is no longer the one that listens. */
  async #handle(packet: IPublishPacket): Promise<boolean> {
    const client = this.#client;
    while (!this.#isStopped && client === this.#client) {
      try {
        await this.#take(packet);
        return true;
      } catch (err) {
        if (!(err instanceof LedgerUnavailable)) {
          // A fault of ours: the message would fail for ever and hold up all others.
          this.#deps.log.error({ err, topic: packet.topic }, 'a message of the broker failed');
          return true;
        }
        await delay(retryMs, undefined, { ref: false });
      }
    }
    return false;
  }

  async #take({ topic, payload, messageId, dup, retain }: IPublishPacket): Promise<void> {
    const message = { topic, payload: payload.toString(), messageId, isRepeated: dup };
    const takers = this.#deps.boards.all().flatMap((host) =>
      mappingsOf(host)
        .filter((mapping) => fitsFilter(mapping.filter, topic))
        // What the broker keeps comes at every connection; only its time or number tells it apart.
        .filter(({ time, sequence }) => !retain || time || sequence !== undefined)
        .map((mapping) => ({ host, mapping })),
    );
    for (const { host, mapping } of takers) {
      const taken: Taken[] = await this.#intake.take(host, mapping, message);
      this.#tally.count(host.board, mapping.id, taken);
    }
  }
}

/** What a broker's library says, without the address: it may hold a password. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  return `${error.message.replaceAll(/[a-z]+:\/\/\S+/gi, '…')}${code}`.slice(0, 200);
}
