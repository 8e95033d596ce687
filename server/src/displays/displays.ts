/**
 * The walls that are there: each tells its node what it is and what it shows, nodes tell one
 * another, and nothing of it is in the ledger. The relay may lose any of it; what matters is said
 * again at every beat.
 */
import { randomUUID } from 'node:crypto';
import {
  displayLimits,
  isShownRecord,
  type BoardState,
  type DisplayCommand,
  type DisplayReport,
  type DisplaysRow,
  type Happening,
  type Receipt,
  type WallStatus,
} from '@emulation/shared';
import type { Relay, RelayMessage } from '../relay/relay.ts';
import { CommandDesk, tellAll, type CommandOutcome, type TellWall } from './command-desk.ts';
import { ReceiptBook } from './receipt-book.ts';
import { WallBook } from './wall-book.ts';

export interface DisplaysDeps {
  relay: Pick<Relay, 'publish' | 'subscribe'>;
  clock: { now(): number };
  /** What this server serves to walls; '' where it serves no pages. */
  build: string;
}

/** One screen on this node. */
export interface WallLine {
  tell: TellWall;
}

/** A node that has said nothing for this long is taken for gone. */
const silentMs = 15_000;
/** Walls in one message between nodes: far within what one may hold. */
const perMessage = 100;
/** Records that stewards follow live. */
const liveReceipts = 50;

type OutcomeMessage = Extract<RelayMessage, { kind: 'wall-answer' }>['outcome'];

export class Displays {
  readonly build: string;
  readonly #deps: DisplaysDeps;
  readonly #node = randomUUID();
  readonly #walls = new WallBook();
  readonly #receipts = new ReceiptBook();
  /** Screens on this node, by board and wall; two windows may have one id. */
  readonly #lines = new Map<string, Map<string, Set<WallLine>>>();
  readonly #desk: CommandDesk;
  readonly #news = {
    walls: new Map<string, Set<string>>(),
    receipts: new Map<string, Set<string>>(),
  };
  readonly #stop: () => void;
  #onChange: (board: string) => void = () => undefined;

  constructor(deps: DisplaysDeps) {
    this.#deps = deps;
    this.build = deps.build;
    this.#stop = deps.relay.subscribe((message) => this.#hear(message));
    this.#desk = new CommandDesk({
      ask: (message) => deps.relay.publish({ kind: 'wall-command', ...message }),
    });
  }

  /** Who is told of a board whose walls changed; there is one. */
  follow(onChange: (board: string) => void): void {
    this.#onChange = onChange;
  }

  /** A wall says what it is. `isNamed`: a steward has named it, so it always has its place. */
  report(line: WallLine, report: DisplayReport, isNamed: boolean): 'heard' | 'too-many' {
    const { board, id } = report;
    const before = this.#walls.get(board, id);
    const isNew = !before?.online;
    if (isNew && !isNamed && this.#walls.countOnline(board) >= displayLimits.displays)
      return 'too-many';
    const lines = this.#lines.get(board) ?? new Map<string, Set<WallLine>>();
    this.#lines.set(board, lines.set(id, (lines.get(id) ?? new Set()).add(line)));
    const now = new Date(this.#deps.clock.now()).toISOString();
    const lastShown = this.#noteShown(report, now) ?? before?.lastShown;
    const { build, scene, screen } = report;
    const since = before?.online ? before.since : now;
    const shown = lastShown ? { lastShown } : {};
    this.#note(board, { id, online: true, since, build, scene, screen, ...shown });
    return 'heard';
  }

  leave(line: WallLine, { board, id }: { board: string; id: string }): void {
    const lines = this.#lines.get(board)?.get(id);
    if (!lines?.delete(line) || lines.size > 0) return;
    this.#lines.get(board)?.delete(id);
    const status = this.#walls.own(board, this.#node, id);
    if (!status) return;
    const since = new Date(this.#deps.clock.now()).toISOString();
    this.#note(board, { ...status, online: false, since });
  }

  /** What has just been announced to everybody on this node. */
  announce(board: string, happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      if (!isShownRecord(happening)) continue;
      const connected = this.#lines.get(board)?.keys() ?? [];
      const now = this.#deps.clock.now();
      this.#receipts.announce(board, this.#node, happening, { now, connected });
      this.#noteReceipt(board, `${happening.epoch}:${happening.seq}`);
    }
  }

  async command(board: string, id: string, command: DisplayCommand): Promise<CommandOutcome> {
    const own = this.#ownLines(board, id);
    if (own.length > 0) return tellAll(own, board, randomUUID(), command);
    const isElsewhere = this.#walls.nodesOf(board, id).some((node) => node !== this.#node);
    if (!isElsewhere) return { kind: 'offline' };
    return this.#desk.askOthers(board, id, command);
  }

  /** Whether a wall is there, or was since this node started. */
  status(board: string, id: string): WallStatus | undefined {
    return this.#walls.get(board, id);
  }

  walls(board: string): WallStatus[] {
    return this.#walls.all(board);
  }

  receipts(board: string, limit: number): Receipt[] {
    return this.#receipts.list(board, limit);
  }

  /** What the topic `displays` has beside what stewards have said. */
  *rows({ board }: Pick<BoardState, 'board'>): Iterable<[string, DisplaysRow]> {
    yield ['server', { kind: 'server', build: this.build }];
    for (const wall of this.walls(board)) yield [`wall:${wall.id}`, { kind: 'wall', ...wall }];
    for (const receipt of this.receipts(board, liveReceipts))
      yield [`receipt:${receipt.epoch}:${receipt.seq}`, { kind: 'receipt', ...receipt }];
  }

  /** Tells the other nodes what changed; `always`: all walls, so that they know these are there. */
  tell(always: boolean): void {
    const { walls, receipts } = this.#news;
    if (always)
      for (const [board, lines] of this.#lines)
        for (const id of lines.keys()) walls.set(board, (walls.get(board) ?? new Set()).add(id));
    for (const [board, ids] of walls) this.#tellWalls(board, [...ids]);
    for (const [board, keys] of receipts)
      for (const key of keys) {
        const receipt = this.#receipts.own(board, this.#node, key);
        if (receipt)
          this.#deps.relay.publish({ kind: 'receipt', node: this.#node, board, receipt });
      }
    walls.clear();
    receipts.clear();
  }

  /** Walls of nodes that fell silent have left. */
  sweep(): void {
    const now = new Date(this.#deps.clock.now()).toISOString();
    const changed = this.#walls.sweep(this.#node, performance.now() - silentMs, now);
    for (const board of changed) this.#onChange(board);
  }

  forget(board: string): void {
    this.#walls.forget(board);
    this.#receipts.forget(board);
    this.#lines.delete(board);
  }

  close(): void {
    this.#stop();
    this.#desk.close();
  }

  #ownLines(board: string, id: string): TellWall[] {
    return [...(this.#lines.get(board)?.get(id) ?? [])].map(({ tell }) => tell);
  }

  #note(board: string, status: WallStatus): void {
    this.#walls.note(board, this.#node, status, performance.now());
    const { walls } = this.#news;
    walls.set(board, (walls.get(board) ?? new Set()).add(status.id));
    this.#onChange(board);
  }

  #noteReceipt(board: string, key: string): void {
    const { receipts } = this.#news;
    receipts.set(board, (receipts.get(board) ?? new Set()).add(key));
    this.#onChange(board);
  }

  /** The newest record of a report that this node has announced. */
  #noteShown({ board, id, shown = [] }: DisplayReport, at: string): WallStatus['lastShown'] {
    let last: WallStatus['lastShown'];
    for (const one of shown) {
      if (!this.#receipts.shown(board, this.#node, id, one)) continue;
      this.#noteReceipt(board, `${one.epoch}:${one.seq}`);
      last = { epoch: one.epoch, seq: one.seq, at };
    }
    return last;
  }

  #tellWalls(board: string, ids: readonly string[]): void {
    const isHere = (id: string) => this.#lines.get(board)?.has(id) ?? false;
    const walls = ids.flatMap((id) => {
      const status = this.#walls.own(board, this.#node, id);
      return status && status.online === isHere(id) ? [status] : [];
    });
    for (let at = 0; at < walls.length; at += perMessage) {
      const some = walls.slice(at, at + perMessage);
      this.#deps.relay.publish({ kind: 'walls', node: this.#node, board, walls: some });
    }
  }

  #hear(message: RelayMessage): void {
    if (message.kind === 'wall-answer') return this.#desk.hear(message.call, message.outcome);
    if (message.kind === 'wall-command') return void this.#obey(message);
    if (message.kind === 'walls') {
      const { board, node, walls } = message;
      for (const status of walls) this.#walls.note(board, node, status, performance.now());
      return this.#onChange(board);
    }
    if (message.kind !== 'receipt') return;
    this.#receipts.hear(message.board, message.node, message.receipt);
    this.#onChange(message.board);
  }

  /** A command that came to another node, for a wall that may be on this one. */
  async #obey(message: Extract<RelayMessage, { kind: 'wall-command' }>): Promise<void> {
    const { call, board, display, command } = message;
    const own = this.#ownLines(board, display);
    if (own.length === 0) return;
    const outcome = await tellAll(own, board, call, command);
    if (outcome.kind === 'offline') return;
    const said: OutcomeMessage = outcome;
    this.#deps.relay.publish({ kind: 'wall-answer', call, outcome: said });
  }
}
