import { randomUUID } from 'node:crypto';
import {
  cheeredPosition,
  cheersRows,
  type BoardState,
  type CheerRequest,
  type CheersBook,
  type CheersRow,
  type Fact,
} from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { Draft } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { RelayMessage } from '../relay/message.ts';
import { addCheer, createCounts, isEmpty, placeFor, subtract, type Counts } from './counts.ts';

/** A board as cheers know it. */
interface CheeredBoard {
  readonly board: string;
  readonly state: BoardState;
  readonly publicState: BoardState;
  isSeen(position: number): boolean;
  /** Where everybody sees an entry; `undefined` while it is hidden. */
  publicPosition(position: number): number | undefined;
  commit(drafts: Draft[], onRepeat: 'refuse'): Promise<unknown>;
}

export interface CheerDeps {
  boards: { get(board: string): CheeredBoard | undefined };
  relay: {
    publish(message: RelayMessage): void;
    subscribe(listener: (message: RelayMessage) => void): () => void;
  };
  clock: Clock;
  log: Log;
}

export type Cheered = { kind: 'counted' } | { kind: 'unknown-unit' | 'unknown-result' | 'full' };

const countMs = 60_000;
/** A node that has said nothing for this long is gone; what it counted last is in the ledger. */
const silentMs = 20_000;

/**
 * Counts cheers: sums only, never whose. What this node has counted waits here for at most a minute
 * and becomes one fact of sums; until then the other nodes are told of it, so that every screen
 * shows the same.
 */
export class CheerDesk {
  readonly #deps: CheerDeps;
  readonly #node = randomUUID();
  readonly #own = new Map<string, Counts>();
  readonly #others = new Map<string, { boards: Map<string, Counts>; heardAt: number }>();
  readonly #news = new Set<string>();
  readonly #stop: () => void;
  #onChange: (board: string) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #counting: Promise<void> = Promise.resolve();

  constructor(deps: CheerDeps) {
    this.#deps = deps;
    this.#stop = deps.relay.subscribe((message) => this.#hear(message));
  }

  start(): void {
    this.#timer = setInterval(() => void this.count(), countMs);
    this.#timer.unref();
  }

  /** Whoever shows the counts is told which board has others now. */
  follow(onChange: (board: string) => void): void {
    this.#onChange = onChange;
  }

  /** @param seen the board as whoever cheers sees it */
  cheer({ board, unit, result }: CheerRequest, seen: BoardState): Cheered {
    const host = this.#deps.boards.get(board);
    if (unit !== undefined && !seen.units.has(unit)) return { kind: 'unknown-unit' };
    const position = result === undefined ? undefined : this.#positionOf(host, seen, result);
    if (result !== undefined && position === undefined) return { kind: 'unknown-result' };
    const counts = this.#own.get(board) ?? createCounts();
    if (!addCheer(counts, { unit, position })) return { kind: 'full' };
    this.#own.set(board, counts);
    this.#news.add(board);
    this.#onChange(board);
    return { kind: 'counted' };
  }

  /** The rows of topic `cheers` in the sight of `state`. */
  rows(state: BoardState): [string, CheersRow][] {
    const host = this.#deps.boards.get(state.board);
    const isFull = host === undefined || state !== host.publicState || state === host.state;
    const place = (position: number) => (isFull ? position : host.publicPosition(position));
    return cheersRows(state, placeFor(this.#waiting(state.board), place));
  }

  /** Tells the other nodes what waits here; `always` also when nothing changed. */
  tell(always: boolean): void {
    for (const board of always ? this.#own.keys() : [...this.#news]) {
      const { units, results } = this.#own.get(board) ?? createCounts();
      const counts = { units: [...units], results: [...results] };
      this.#deps.relay.publish({ kind: 'cheers', node: this.#node, board, ...counts });
    }
    this.#news.clear();
  }

  /** Forgets nodes that fell silent. */
  sweep(): void {
    for (const [node, { boards, heardAt }] of this.#others) {
      if (performance.now() - heardAt < silentMs) continue;
      this.#others.delete(node);
      for (const board of boards.keys()) this.#onChange(board);
    }
  }

  /** Writes what waits into the ledger; what cannot be written waits on. */
  count(): Promise<void> {
    this.#counting = this.#counting.then(async () => {
      for (const [board, counts] of this.#own) await this.#countOne(board, counts);
    });
    return this.#counting;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.count();
    this.#stop();
  }

  /** A result is cheered where it stands in the ledger, whoever sees it where. */
  #positionOf(host: CheeredBoard | undefined, seen: BoardState, id: string): number | undefined {
    if (!host || cheeredPosition(seen, id) === undefined) return undefined;
    return cheeredPosition(host.state, id);
  }

  async #countOne(board: string, counts: Counts): Promise<void> {
    const host = this.#deps.boards.get(board);
    if (!host) return void this.#own.delete(board);
    const { units, results } = counts;
    const taken: Counts = { units: new Map(units), results: new Map(results) };
    const hidden = [...taken.results].filter(([position]) => !host.isSeen(position));
    // What names a hidden result is hidden as a whole: it has a fact of its own.
    const seen = [...taken.results].filter(([position]) => host.isSeen(position));
    const facts = [factOf([...taken.units], seen), factOf([], hidden)].flatMap((one) => one ?? []);
    const at = new Date(this.#deps.clock.now()).toISOString();
    try {
      await host.commit(
        facts.map((fact) => ({ fact, actor: 'system:cheers', at })),
        'refuse',
      );
      subtract(counts, taken);
      if (isEmpty(counts)) this.#own.delete(board);
      this.#news.add(board);
      this.tell(false);
      this.#onChange(board);
    } catch (err) {
      this.#deps.log.warn({ err, board }, 'cheers wait for the ledger');
    }
  }

  #waiting(board: string): CheersBook {
    const sum = createCounts();
    const all = [
      this.#own.get(board),
      ...[...this.#others.values()].map((n) => n.boards.get(board)),
    ];
    for (const counts of all) {
      for (const [unit, count] of counts?.units ?? [])
        sum.units.set(unit, (sum.units.get(unit) ?? 0) + count);
      for (const [position, count] of counts?.results ?? [])
        sum.results.set(position, (sum.results.get(position) ?? 0) + count);
    }
    return sum;
  }

  #hear(message: RelayMessage): void {
    if (message.kind !== 'cheers' || message.node === this.#node) return;
    const { node, board, units, results } = message;
    const known = this.#others.get(node) ?? { boards: new Map<string, Counts>(), heardAt: 0 };
    const counts = { units: new Map(units), results: new Map(results) };
    if (isEmpty(counts)) known.boards.delete(board);
    else known.boards.set(board, counts);
    this.#others.set(node, { ...known, heardAt: performance.now() });
    this.#onChange(board);
  }
}

function factOf(units: [string, number][], results: [number, number][]): Fact | undefined {
  if (units.length + results.length === 0) return undefined;
  return {
    type: 'cheers.counted',
    units: units.map(([unit, count]) => ({ unit, count })),
    results: results.map(([result, count]) => ({ result, count })),
  };
}
