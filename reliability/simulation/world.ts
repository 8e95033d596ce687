import type { Fact, Happening } from '@emulation/shared';
import type { BoardEvent } from '../../server/src/board/event.ts';
import type { BoardHost } from '../../server/src/board/host.ts';
import { createRandom, type Random } from '../../server/src/gateway/testing/random.ts';
import type { AppendRequest } from '../../server/src/ledger/ledger.ts';
import { SimClient } from './sim-client.ts';
import { SimNode, type Acknowledged } from './sim-node.ts';
import { SimRelay } from './sim-relay.ts';
import { SimStore } from './sim-store.ts';
import { SimWire } from './sim-wire.ts';
import { VirtualTime } from './virtual-time.ts';

/** Ways to break the system on purpose, each of which the invariants must find. */
export const mutations = [
  'relay-announces-early',
  'client-skips-gaps',
  'store-loses-at-crash',
  'store-forgets-keys',
] as const;
export type Mutation = (typeof mutations)[number];

export const units = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const topics = ['records', 'ranking:tons', 'ranking:tons:week', 'unit:u1'];
const clientCount = 20;
const noon = Date.parse('2026-06-17T12:00:00Z');

export interface Life {
  node: string;
  told: Extract<BoardEvent<BoardHost>, { kind: 'applied' }>[];
}

/** Two nodes, a relay, a store, twenty pages, and a book of what they said. */
export class World {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly store: SimStore;
  readonly relay: SimRelay;
  readonly nodes: SimNode[] = [];
  readonly lives: Life[] = [];
  readonly clients: SimClient[] = [];
  readonly wires = new Set<SimWire>();
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly asked = new Set<string>();
  readonly violations: string[] = [];
  /** Everything that happened, as one number: two runs of a seed have the same. */
  digest = 0x811c9dc5;
  readonly #mutation: Mutation | undefined;

  constructor(seed: number, mutation?: Mutation) {
    this.random = createRandom(seed);
    this.time = new VirtualTime(this.random, noon);
    this.relay = new SimRelay(this.time, this.random);
    const storeFaults = {
      'store-loses-at-crash': 'loses-at-crash',
      'store-forgets-keys': 'forgets-keys',
    } as const;
    const fault =
      mutation && mutation in storeFaults
        ? storeFaults[mutation as keyof typeof storeFaults]
        : undefined;
    this.store = new SimStore(this.time, this.random, fault);
    this.#mutation = mutation;
    if (mutation === 'relay-announces-early')
      this.store.onAsked = (request) => this.#announceEarly(request);
  }

  /** Opens the board on two nodes and seats twenty clients. */
  async open(): Promise<void> {
    for (const at of [0, 1]) this.startNode(at);
    await this.time.run(this.time.now + 100);
    const opening = this.#setUp();
    await this.time.run(this.time.now + 3000);
    await opening;
    for (let at = 0; at < clientCount; at += 1) this.#seat(at);
  }

  startNode(at: number): void {
    const life: Life = { node: `node ${at}, life ${this.lives.length}`, told: [] };
    this.lives.push(life);
    const node = new SimNode({
      time: this.time,
      store: this.store,
      relay: this.relay,
      onEvent: (event) => {
        if (event.kind === 'applied' && event.sight === 'full') this.#hear(life, event);
      },
    });
    this.nodes[at] = node;
    void node.start();
  }

  pick<T>(all: readonly T[]): T {
    // A whole number below the length of an array that is not empty.
    return all[this.random(all.length)] as T;
  }

  /** Topics of a page: the feed, always, and some more. */
  someTopics(): string[] {
    return ['feed', ...topics.filter(() => this.random(2) === 0)];
  }

  note(line: string): void {
    for (let at = 0; at < line.length; at += 1)
      this.digest = Math.imul(this.digest ^ line.charCodeAt(at), 0x01000193) >>> 0;
  }

  close(): void {
    for (const client of this.clients) client.close();
    for (const node of this.nodes) if (node.isUp) node.crash();
  }

  #hear(life: Life, event: Life['told'][number]): void {
    life.told.push({ ...event, happenings: [...event.happenings] });
    this.note(`${this.time.now} ${life.node} ${event.from}-${event.to}`);
  }

  #seat(at: number): void {
    const name = `client ${at}`;
    const skipsGaps = this.#mutation === 'client-skips-gaps';
    const dial = () => this.#dial();
    const deps = { time: this.time, random: this.random, dial, skipsGaps };
    const client = new SimClient(name, deps, (happening) => this.#announced(name, happening));
    client.want(this.someTopics());
    this.clients.push(client);
  }

  #dial(): SimWire | undefined {
    const node = this.pick(this.nodes);
    if (!node.isUp || node.host === undefined) return undefined;
    const wire = new SimWire(this.time, this.random);
    if (node.stallMs() > 0) wire.stall(node.stallMs());
    this.wires.add(wire);
    node.accept(wire);
    return wire;
  }

  #announced(name: string, { seq, n, kind }: Happening): void {
    this.note(`${this.time.now} ${name} ${seq}.${n} ${kind}`);
    if (seq > (this.store.heads.get('plant')?.seq ?? 0))
      this.violations.push(`${name} was told of ${seq}.${n} before the ledger held it`);
  }

  async #setUp(): Promise<void> {
    const [node] = this.nodes;
    if (!node) return;
    const place = { id: 'plant', name: 'Plant', timeZone: 'Europe/Paris' } as const;
    await node.registry.openBoard({ ...place, visibility: 'public' }, 'steward:token');
    const sectors = ['north', 'south'];
    const metric = { id: 'tons', name: 'Tons', unitOfMeasure: 't', direction: 'higher' } as const;
    const facts: Fact[] = [
      ...sectors.map((id): Fact => ({ type: 'sector.put', id, name: id })),
      ...units.map((id, at): Fact => {
        return { type: 'unit.put', id, name: id, sector: sectors[at % 2] ?? 'north' };
      }),
      { type: 'metric.put', ...metric, decimals: 0, aggregate: 'best', recordsPer: 'instant' },
    ];
    for (const fact of facts) await node.commit(fact, `set-up ${JSON.stringify(fact)}`);
  }

  /** Says that entries are committed before they are: what a relay must never do. */
  #announceEarly({ board, drafts }: AppendRequest): void {
    const head = this.store.heads.get(board);
    if (!head || this.random(4) > 0) return;
    const entries = drafts.map(({ fact, actor, at }, index) => {
      return { board, epoch: head.epoch, seq: head.seq + 1 + index, at, actor, fact };
    });
    const [from, to] = [head.seq + 1, head.seq + drafts.length];
    this.relay.forge({ kind: 'committed', board, epoch: head.epoch, from, to, entries });
  }
}
