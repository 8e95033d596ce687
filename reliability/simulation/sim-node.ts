import { draftResult, resultBodySchema, type Fact, type ResultOutcome } from '@emulation/shared';
import type { BoardHost } from '../../server/src/board/host.ts';
import type { BoardEvent } from '../../server/src/board/event.ts';
import { BoardRegistry } from '../../server/src/board/registry.ts';
import { Displays } from '../../server/src/displays/displays.ts';
import { Channels } from '../../server/src/gateway/channels.ts';
import { serveConnection } from '../../server/src/gateway/connection.ts';
import { defaultLimits } from '../../server/src/gateway/limits.ts';
import { boardTopic } from '../../server/src/gateway/topic-source.ts';
import { WatchDesk } from '../../server/src/gateway/watch-desk.ts';
import { commitFact } from '../../server/src/http/commit.ts';
import { hashBody } from '../../server/src/http/idempotency.ts';
import { stewardByToken } from '../../server/src/identity/actor.ts';
import type { Relay } from '../../server/src/relay/relay.ts';
import { recordingLog } from '../../server/src/relay/testing/recording-log.ts';
import type { SimRelay } from './sim-relay.ts';
import { SimRooms, SimServerSocket } from './sim-server-socket.ts';
import type { SimStore } from './sim-store.ts';
import type { SimWire } from './sim-wire.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a poster is answered. */
export interface Acknowledged {
  seq: number;
  records: ResultOutcome['records'] | undefined;
}

export interface NodeDeps {
  time: VirtualTime;
  store: SimStore;
  relay: SimRelay;
  /** Told of everything the boards of this node say, in order. */
  onEvent: (event: BoardEvent<BoardHost>) => void;
}

/** One life of one server process: boards, gateway and the way of a post, on a simulated network. */
export class SimNode {
  readonly log = recordingLog();
  readonly registry: BoardRegistry;
  /** Until then nothing reaches it: a process that is stopped, or a machine that swaps. */
  stalledUntil = 0;
  isUp = true;
  readonly #time: VirtualTime;
  readonly #relay: Relay;
  readonly #rooms = new SimRooms();
  readonly #channels: Channels;
  readonly #desk: WatchDesk;
  readonly #displays: Displays;
  readonly #wires = new Set<SimWire>();
  readonly #beating;

  constructor({ time, store, relay, onEvent }: NodeDeps) {
    this.#time = time;
    const clock = { now: () => time.now };
    const { log } = this;
    this.#relay = relay.join(() => this.stallMs());
    const ledger = store.connect(() => !this.isUp);
    this.registry = new BoardRegistry({ ledger, relay: this.#relay, clock, log });
    this.registry.onEvent((event) => {
      if (this.isUp) onEvent(event);
    });
    this.#displays = new Displays({ relay: this.#relay, clock, build: 'simulated' });
    this.#channels = this.#openChannels();
    this.#desk = new WatchDesk({
      channels: this.#channels,
      sightOf: () => 'public',
      mayWatch: () => true,
      onPresence: () => undefined,
      maxBoards: defaultLimits.maxBoardsPerConnection,
      catchUpMs: defaultLimits.catchUpMs,
    });
    this.#beating = setInterval(() => this.#channels.beat(), defaultLimits.beatMs);
  }

  get host(): BoardHost | undefined {
    return this.registry.get('plant');
  }

  stallMs(): number {
    return Math.max(0, this.stalledUntil - this.#time.now);
  }

  /** Tries until the store lets it read. */
  async start(): Promise<void> {
    while (this.isUp) {
      try {
        return await this.registry.start();
      } catch {
        // As a supervisor does with a process that cannot start.
        await this.#time.sleep(300);
      }
    }
  }

  accept(wire: SimWire): void {
    this.#wires.add(wire);
    const socket = new SimServerSocket(wire, this.#rooms, () => this.stallMs());
    socket.onGone(() => this.#wires.delete(wire));
    serveConnection(socket.asLiveSocket(), {
      desk: this.#desk,
      line: {
        displays: this.#displays,
        boards: this.registry,
        clock: { now: () => this.#time.now },
        maySee: () => true,
      },
      cheer: () => ({ ok: false, kind: 'unknown-unit', detail: 'nobody cheers here' }),
      limits: defaultLimits,
      onRefused: () => undefined,
      onAnswered: () => undefined,
      onFailed: (err) => this.log.error({ err }, 'a live event failed'),
    });
  }

  async post(unit: string, value: string, key: string): Promise<Acknowledged> {
    const body = resultBodySchema.parse({ unit, metric: 'tons', value, note: key });
    const request = this.#request();
    const now = this.#time.now;
    const drafted = draftResult(request.boardHost.state, body, now);
    if (drafted.kind === 'problems') throw new Error('the result does not fit this board yet');
    const once = { key, bodyHash: hashBody(body) };
    const { entry, applied } = await commitFact(request, { fact: drafted.fact, now, once });
    return { seq: entry.seq, records: applied.outcome?.records };
  }

  async commit(fact: Fact, key: string): Promise<number> {
    const once = { key, bodyHash: key };
    const request = this.#request();
    return (await commitFact(request, { fact, now: this.#time.now, once })).entry.seq;
  }

  /** As by kill -9: nothing is said to anybody, and what it was doing never ends. */
  crash(): void {
    this.isUp = false;
    clearInterval(this.#beating);
    for (const wire of this.#wires) wire.cut();
    this.#channels.close();
    this.#displays.close();
    void this.#relay.close();
    // Ends its timers; its store answers nothing any more.
    void this.registry.close();
  }

  stall(ms: number): void {
    this.stalledUntil = this.#time.now + ms;
    for (const wire of this.#wires) wire.stall(ms);
  }

  #request() {
    const { host } = this;
    if (host === undefined) throw new Error('the board is not here yet');
    return { actor: stewardByToken, boardHost: host };
  }

  #openChannels(): Channels {
    const { patchGapMs, idleTopicMs } = defaultLimits;
    const now = () => this.#time.now;
    return new Channels(
      this.registry,
      {
        rooms: this.#rooms,
        now,
        sourceOf: (state, topic) => boardTopic(state, topic, now),
        gapMsOf: () => patchGapMs,
        idleTopicMs,
        onComputed: () => undefined,
        onFailed: (err) => this.log.error({ err }, 'a live view failed'),
      },
      (gone) => {
        for (const watcher of gone.watchers) this.#desk.leave(watcher, gone.board);
      },
    );
  }
}
