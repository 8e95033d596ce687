import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { BoardHost } from '../board/host.ts';
import type { BoardRegistry } from '../board/registry.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { DemoData } from './demo-data.ts';
import { writeScript, type DemoScript } from './demo-script.ts';

export const demoBoard = 'demo';
const actor = 'system:demo';
/** What is kept under `demo`: which data it plays, or that a steward removed it. */
const kept = { name: 'demo', removed: 'removed' };
const retryMs = 2_000;
const pageEntries = 5_000;
/** Everyone should see the last results before the demo starts over. */
const pauseAtEndPaces = 10;

export interface DemoDeps {
  registry: BoardRegistry;
  ledger: Ledger;
  config: { SEED: 'demo' | 'none'; DEMO_DATA: DemoData; DEMO_PACE_MS: number };
  clock: Clock;
  log: Log;
}

export interface Demo {
  /** Resolves when the demo board has its history, or when there is to be none. */
  opened: Promise<void>;
  stop(): Promise<void>;
}

/** The demo's data on this ledger; `undefined` where there is or shall be no demo board. */
async function chooseData({ registry, ledger, config }: DemoDeps): Promise<DemoData | undefined> {
  const exists = registry.get(demoBoard) !== undefined;
  if (!exists && (config.SEED !== 'demo' || registry.all().length > 0)) return undefined;
  const choice = await ledger.keep(kept.name, config.DEMO_DATA);
  return choice === 'short' || choice === 'full' ? choice : undefined;
}

async function openBoard({ registry }: DemoDeps): Promise<BoardHost | undefined> {
  const body = {
    id: demoBoard,
    name: 'High-speed lines of France',
    timeZone: 'Europe/Paris',
    visibility: 'public' as const,
  };
  if (!registry.get(demoBoard)) await registry.openBoard(body, actor, true);
  const host = registry.get(demoBoard);
  return host?.state.info?.demo ? host : undefined;
}

class DemoPlayer {
  readonly #deps: DemoDeps;
  readonly #host: BoardHost;
  readonly #script: DemoScript;
  readonly #signal: AbortSignal;

  constructor(deps: DemoDeps, host: BoardHost, script: DemoScript, signal: AbortSignal) {
    this.#deps = deps;
    this.#host = host;
    this.#script = script;
    this.#signal = signal;
  }

  #draft(fact: Fact, key?: string, at = this.#now()): Draft {
    return { fact, actor, at, ...(key === undefined ? {} : { key, bodyHash: key }) };
  }

  #now(): string {
    return new Date(this.#deps.clock.now()).toISOString();
  }

  /** Writes the history unless some node has; answers with its last position. */
  async writeHistory(): Promise<number> {
    const { history } = this.#script;
    const drafts = history.map(({ fact, at }, index) =>
      this.#draft(fact, index === 0 ? 'demo:history' : undefined, at),
    );
    const outcome = await this.#host.commit(drafts, 'refuse');
    if (outcome.kind === 'committed') return outcome.entries.at(-1)?.seq ?? 0;
    if (outcome.kind === 'repeated') return outcome.seq + history.length - 1;
    throw new Error(`the demo's history was answered with ${outcome.kind}`);
  }

  /** How many results the demo has posted since its history. */
  async #countReplayed(since: number): Promise<number> {
    let count = 0;
    for (let seq = since; ;) {
      const page = await this.#deps.ledger.read(demoBoard, seq, pageEntries);
      const last = page.at(-1);
      if (!last) return count;
      count += page.filter((entry) => entry.actor === actor).length;
      seq = last.seq;
    }
  }

  /** Posts the replay for ever; several nodes may do so at once, each result is posted once. */
  async play(historyEnd: number): Promise<void> {
    const { replay } = this.#script;
    const { DEMO_PACE_MS: pace } = this.#deps.config;
    let { epoch } = this.#host.state;
    let next = await this.#countReplayed(historyEnd);
    while (this.#isPlaying()) {
      if (this.#host.state.epoch !== epoch) {
        epoch = this.#host.state.epoch;
        next = await this.#countReplayed(historyEnd);
      }
      const fact = replay[next];
      if (!fact) {
        await this.#wait(pace * pauseAtEndPaces);
        if (this.#host.state.epoch === epoch) await this.#host.rewind(historyEnd);
        continue;
      }
      await this.#wait(pace);
      if (!this.#isPlaying()) return;
      await this.#host.commit([this.#draft(fact, `demo:${next}`)], 'refuse');
      next++;
    }
  }

  #isPlaying(): boolean {
    return !this.#signal.aborted && this.#deps.registry.get(demoBoard) === this.#host;
  }

  async #wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#signal }).catch(() => undefined);
  }
}

/**
 * Opens the demo board on an empty ledger and replays its last six months live, again and again:
 * at the end the board is rewound to its history, in a new epoch.
 */
export function startDemo(deps: DemoDeps): Demo {
  const stopping = new AbortController();
  const { signal } = stopping;

  const open = async (): Promise<(() => Promise<void>) | undefined> => {
    const data = await chooseData(deps);
    const host = data && (await openBoard(deps));
    if (!host) return undefined;
    const { readDemoData } = await import('./demo-data.ts');
    const player = new DemoPlayer(
      deps,
      host,
      writeScript(await readDemoData(data), deps.clock.now()),
      signal,
    );
    const historyEnd = await player.writeHistory();
    return () => player.play(historyEnd);
  };
  const opened = open();
  /** Until it is stopped or the board removed: a ledger that is away comes back. */
  const run = async (): Promise<void> => {
    const play = await opened;
    while (play && !signal.aborted) {
      try {
        return await play();
      } catch (error) {
        deps.log.warn({ err: error }, 'the demo waits for the ledger');
        await pause(retryMs, undefined, { signal }).catch(() => undefined);
        if (!deps.registry.get(demoBoard)) return;
      }
    }
  };
  const running = run().catch((error: unknown) => {
    deps.log.error({ err: error }, 'the demo board could not be opened');
  });
  return {
    opened: opened.then(
      () => undefined,
      () => undefined,
    ),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
