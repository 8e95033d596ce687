import { randomUUID } from 'node:crypto';
import type { BoardBody, FactOf } from '@emulation/shared';
import type { BoardHead, Ledger, StoredEntry } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Relay, RelayMessage } from '../relay/relay.ts';
import type { Clock } from './clock.ts';
import type { BoardEvent } from './event.ts';
import { HeadPoll } from './head-poll.ts';
import { BoardHost } from './host.ts';
import { FoldFault, openBoardState } from './opening.ts';
import { Outage } from './outage.ts';

export interface RegistryDeps {
  ledger: Ledger;
  relay: Relay;
  clock: Clock;
  log: Log;
  /** Pause between two looks at the ledger's heads. `never`: only for tests of the relay alone. */
  pollMs?: number | 'never';
}

type Listener = (event: BoardEvent<BoardHost>) => void;

/** A poll takes milliseconds; one that takes this long means that the ledger hangs. */
const slowPollMs = 3_000;

/** All boards on this node, kept equal to the ledger whoever writes to it. */
export class BoardRegistry {
  readonly #deps: RegistryDeps;
  readonly #poll: HeadPoll;
  readonly #outage: Outage;
  readonly #hosts = new Map<string, BoardHost>();
  readonly #opening = new Map<string, Promise<BoardHost | undefined>>();
  /** Boards whose fold fails at opening, by the epoch in which it did. */
  readonly #unusable = new Map<string, { epoch: string; why: string }>();
  readonly #listeners = new Set<Listener>();
  /** As the last look at the ledger found them. */
  #heads: readonly BoardHead[] = [];
  #pollingSince: number | undefined;
  #leaveRelay: (() => void) | undefined;

  constructor(deps: RegistryDeps) {
    this.#deps = deps;
    this.#outage = new Outage(deps.log, 'the ledger');
    this.#poll = new HeadPoll(() => this.#look(), deps.pollMs ?? 500);
  }

  /**
   * Opens every board and begins to follow.
   * @throws LedgerUnavailable when the ledger cannot be read
   */
  async start(): Promise<void> {
    this.#leaveRelay = this.#deps.relay.subscribe((message) => this.#hear(message));
    await this.#compareHeads();
    this.#poll.start();
  }

  get(board: string): BoardHost | undefined {
    return this.#hosts.get(board);
  }

  all(): BoardHost[] {
    return [...this.#hosts.values()];
  }

  /** Resolves when this node holds what was committed of a board before the call, as far as it can. */
  async arrive(board: string): Promise<void> {
    await this.#poll.now();
    const head = this.#heads.find((one) => one.board === board);
    // A board that cannot be followed now is served as far as it is known.
    if (head)
      await this.#hosts
        .get(board)
        ?.reach(head.epoch, head.seq)
        .catch(() => undefined);
  }

  /** Events of one board come in the order of its ledger. Returns how to stop listening. */
  onEvent(listener: Listener): () => void {
    const own: Listener = (event) => listener(event);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Why this node cannot serve everything now; the relay is none of the reasons. */
  problems(): string[] {
    const since = this.#pollingSince;
    const hangs = since !== undefined && this.#deps.clock.now() - since > slowPollMs;
    const reasons = [
      this.#outage.reason ?? (hangs ? 'the ledger does not answer' : undefined),
      ...[...this.#unusable.values()].map(({ why }) => why),
      ...this.all().map((host) => host.problem),
    ];
    return reasons.filter((reason) => reason !== undefined);
  }

  /** What makes following slower or takes no posts now, while everything can be read. */
  degradations(): string[] {
    const relay = 'the relay does not answer: following the ledger';
    const refused = this.all().flatMap(({ refusedWrite }) => refusedWrite ?? []);
    return [
      ...(this.#deps.relay.healthy() ? [] : [relay]),
      ...[...new Set(refused)].map((why) => `the last post was not taken: ${why}`),
    ];
  }

  /** Creates a board. `same`: it is there with this very body; `other`: with another one. */
  async openBoard(
    { id, ...body }: BoardBody,
    actor: string,
    demo = false,
  ): Promise<'opened' | 'same' | 'other'> {
    const { ledger, clock } = this.#deps;
    const fact: FactOf<'board.opened'> = { type: 'board.opened', ...body, ...(demo && { demo }) };
    const epoch = randomUUID();
    const at = new Date(clock.now()).toISOString();
    const outcome = await ledger.open(id, epoch, { fact, actor, at });
    if (outcome === 'opened')
      this.#publish({ kind: 'committed', board: id, epoch, from: 1, to: 1 });
    // A board of this name may have been removed by another node and not yet been missed here.
    await this.#hosts.get(id)?.check();
    const host = this.#hosts.get(id) ?? (await this.#open(id));
    if (outcome === 'opened') return outcome;
    const info = host?.state.info;
    const { name, timeZone, visibility } = body;
    const isSame =
      info?.name === name && info.timeZone === timeZone && info.visibility === visibility;
    return isSame ? 'same' : 'other';
  }

  /** Puts a board that was kept elsewhere in the place of this one, in a new epoch. */
  async adoptBoard(board: string, pages: AsyncIterable<readonly StoredEntry[]>): Promise<void> {
    await this.#deps.ledger.adopt(board, randomUUID(), pages);
    this.#publish({ kind: 'replaced', board });
    this.#unusable.delete(board);
    await this.#hosts.get(board)?.check();
    if (!this.#hosts.has(board)) await this.#open(board);
  }

  /** Removes a board and all it holds; false when there is none. */
  async removeBoard(board: string): Promise<boolean> {
    const removed = await this.#deps.ledger.remove(board);
    if (removed) this.#publish({ kind: 'replaced', board });
    await this.#drop(board);
    return removed;
  }

  /** Stops following and stores snapshots; the ledger and the relay stay open. */
  async close(): Promise<void> {
    this.#leaveRelay?.();
    await this.#poll.stop();
    await Promise.all(this.all().map((host) => host.close('snapshot')));
    this.#listeners.clear();
  }

  #publish(message: RelayMessage): void {
    this.#deps.relay.publish(message);
  }

  #emit(event: BoardEvent<BoardHost>): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (err) {
        // One bad listener must stop neither the others nor the fold.
        this.#deps.log.error({ err, kind: event.kind }, 'a board listener failed');
      }
    }
  }

  #hear(message: RelayMessage): void {
    // The others concern who is there, not what is in the ledger.
    if (message.kind !== 'committed' && message.kind !== 'replaced') return;
    if (this.#unusable.has(message.board)) return;
    const host = this.#hosts.get(message.board);
    if (message.kind === 'committed' && host) {
      const { epoch, from, to, entries } = message;
      const fits = entries?.every(
        (entry, index) =>
          entry.board === host.board && entry.epoch === epoch && entry.seq === from + index,
      );
      host.notice(epoch, to, fits ? entries : undefined);
    } else {
      void this.#poll.now();
    }
  }

  async #look(): Promise<void> {
    this.#pollingSince = this.#deps.clock.now();
    try {
      await this.#compareHeads();
      // What was refused while the ledger was away says nothing of it now.
      if (this.#outage.reason !== undefined) for (const host of this.all()) host.forgetRefusal();
      this.#outage.end();
    } catch (err) {
      this.#outage.begin(err);
    } finally {
      this.#pollingSince = undefined;
    }
  }

  async #compareHeads(): Promise<void> {
    // Only what was here before the question can be missing from the answer.
    const before = this.all();
    const heads = await this.#deps.ledger.heads();
    this.#heads = heads;
    const present = new Set(heads.map(({ board }) => board));
    for (const host of before) {
      if (!present.has(host.board) && this.#hosts.get(host.board) === host)
        await this.#drop(host.board);
    }
    for (const board of this.#unusable.keys())
      if (!present.has(board)) this.#unusable.delete(board);
    for (const { board, epoch, seq } of heads) {
      if (this.#unusable.get(board)?.epoch === epoch) continue;
      const host = this.#hosts.get(board);
      if (host) host.notice(epoch, seq);
      else await this.#open(board);
    }
  }

  #open(board: string): Promise<BoardHost | undefined> {
    const opening = this.#opening.get(board) ?? this.#openOnce(board);
    this.#opening.set(board, opening);
    return opening.finally(() => this.#opening.delete(board));
  }

  async #openOnce(board: string): Promise<BoardHost | undefined> {
    const { ledger, log } = this.#deps;
    try {
      const opened = await openBoardState(ledger, board, log);
      if (!opened) return undefined;
      this.#unusable.delete(board);
      const publish = (message: RelayMessage): void => this.#publish(message);
      const emit: Listener = (event) => this.#emit(event);
      const host = new BoardHost({ ledger, log, publish, emit }, opened);
      this.#hosts.set(board, host);
      for (const sight of ['full', 'public'] as const)
        this.#emit({ kind: 'replaced', host, sight });
      return host;
    } catch (err) {
      if (!(err instanceof FoldFault)) throw err;
      log.error({ err: err.cause }, err.message);
      this.#unusable.set(board, { epoch: err.epoch, why: err.message });
      return undefined;
    }
  }

  async #drop(board: string): Promise<void> {
    this.#unusable.delete(board);
    const host = this.#hosts.get(board);
    if (!host) return;
    this.#hosts.delete(board);
    await host.close('nothing');
    this.#emit({ kind: 'removed', board });
  }
}
