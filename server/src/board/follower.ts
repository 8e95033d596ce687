import {
  isSeen,
  mayTurn,
  publicPosition,
  type Applied,
  type BoardState,
  type Entry,
  type Sights,
} from '@emulation/shared';
import { LedgerUnavailable, type AppendOutcome, type Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { RelayMessage } from '../relay/relay.ts';
import { committedMessages } from './announcement.ts';
import { refold } from './answers.ts';
import type { Answer, Folded, Sight } from './event.ts';
import { foldedOf, ownSeen, type Done } from './folded.ts';
import { Intake } from './intake.ts';
import { FoldFault, foldEntry, headOf, openBoardState, type OpenedBoard } from './opening.ts';
import { Outage } from './outage.ts';
import { Pending } from './pending.ts';
import { SnapshotKeeper } from './snapshot.ts';
import { WorkLoop } from './work-loop.ts';

/** Entries folded in one turn of the event loop. */
const sliceEntries = 500;
const gapEntries = 2_000;
const maxWaitingEntries = 100_000;
const maxEmptyReads = 5;

/** What a follower tells; all of it synchronously, in the order of the ledger. */
export interface FollowerHooks {
  publish(message: RelayMessage): void;
  onApplied(answer: Answer): void;
  onFolded(folded: Folded): void;
  /** Another state in the place of one; `hasTurned`: the whole board is in another epoch. */
  onReplaced(sight: Sight, hasTurned: boolean): void;
}

export interface FollowerDeps {
  board: string;
  ledger: Ledger;
  log: Log;
  hooks: FollowerHooks;
}

/**
 * Keeps one board's fold at the ledger's head. One loop does all the work, so that entries are
 * folded strictly in sequence whoever brings them:
 *
 *   idle ──wake──▶ a check asked? ─────▶ read the head; another epoch: open the board anew
 *     ▲            next entry here? ───▶ fold a slice, publish, tell, settle
 *     │            behind all the same? ─▶ read the gap from the ledger
 *     └─────────── at the target
 */
export class Follower {
  readonly #deps: FollowerDeps;
  readonly #intake = new Intake(maxWaitingEntries);
  readonly #pending = new Pending();
  readonly #snapshots: SnapshotKeeper;
  readonly #outage: Outage;
  readonly #loop: WorkLoop;
  #sights: Sights;
  #checks: PromiseWithResolvers<void>[] = [];
  #emptyReads = 0;
  #fault: FoldFault | undefined;
  #closed = false;

  constructor(deps: FollowerDeps, { sights, snapshotSeq }: OpenedBoard) {
    this.#deps = deps;
    this.#sights = sights;
    this.#intake.reset(sights.full.seq);
    this.#snapshots = new SnapshotKeeper(deps.ledger, deps.log, snapshotSeq);
    this.#outage = new Outage(deps.log, `the ledger of board ${deps.board}`);
    this.#loop = new WorkLoop({
      step: () => this.#step(),
      onIdle: () => this.#rest(),
      onFailure: (err) => this.#fail(err),
    });
    this.#snapshots.saveWhenDue(sights);
  }

  get state(): BoardState {
    return this.#sights.full;
  }

  /** What everybody may see: the same object while nothing is hidden. */
  get publicState(): BoardState {
    return this.#sights.public;
  }

  isSeen(seq: number): boolean {
    return isSeen(this.#sights, seq);
  }

  publicPosition(seq: number): number | undefined {
    return publicPosition(this.#sights, seq);
  }

  /** Why this board cannot be followed now. */
  get problem(): string | undefined {
    return this.#fault?.message ?? this.#outage.reason;
  }

  /**
   * Runs an append of this node; resolves when its entries are durable, folded, published and
   * told, in this order.
   */
  async append(
    run: () => Promise<AppendOutcome>,
  ): Promise<{ outcome: AppendOutcome; applied: Applied[] }> {
    this.#refuseWhenUseless();
    this.#pending.beginAppend();
    let folded: Promise<Applied[]> | undefined;
    let outcome: AppendOutcome;
    try {
      outcome = await run();
      if (outcome.kind === 'appended') folded = this.#foldOwn(outcome.epoch, outcome.entries);
    } finally {
      this.#pending.endAppend();
    }
    return { outcome, applied: (await folded) ?? [] };
  }

  /** What is committed according to another node or to the ledger's heads. */
  notice(epoch: string, to: number, entries: readonly Entry[] = []): void {
    if (this.#closed || this.#fault?.epoch === epoch) return;
    if (epoch !== this.state.epoch) return this.#askForCheck();
    if (to <= this.state.seq) return;
    this.#intake.raise(to);
    this.#intake.offer(entries, this.state.seq);
    this.#loop.wake();
  }

  /** Resolves when this node has folded `seq` of `epoch`. */
  async reach(epoch: string, seq: number): Promise<void> {
    if (epoch !== this.state.epoch) await this.check();
    if (seq <= this.state.seq) return;
    this.#refuseWhenUseless();
    const reached = this.#pending.waitForPosition(seq);
    this.#intake.raise(seq);
    this.#loop.wake();
    await reached;
  }

  /** Resolves when this board has been compared with the ledger, and opened anew if need be. */
  check(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const check = Promise.withResolvers<void>();
    this.#checks.push(check);
    this.#loop.wake();
    return check.promise;
  }

  async close(keep: 'snapshot' | 'nothing'): Promise<void> {
    this.#closed = true;
    await this.#loop.stop();
    this.#rejectWaiting(this.#refusal('is not served here any more'));
    if (keep === 'snapshot' && !this.#fault) await this.#snapshots.close(this.#sights);
  }

  #refusal(why: string): LedgerUnavailable {
    return new LedgerUnavailable(`board ${this.#deps.board} ${why}`);
  }

  #refuseWhenUseless(): void {
    if (this.#closed) throw this.#refusal('is not served here any more');
    if (this.#fault) throw new LedgerUnavailable(this.#fault.message);
  }

  #askForCheck(): void {
    // A failure is told by the loop, and the next head asks again.
    this.check().catch(() => undefined);
  }

  #foldOwn(epoch: string, entries: readonly Entry[]): Promise<Applied[]> {
    const [first] = entries;
    if (!first) return Promise.resolve([]);
    if (this.#closed) return Promise.reject(this.#refusal('is not served here any more'));
    const { epoch: here, seq } = this.state;
    const applied = this.#pending.waitForOwn(epoch, entries);
    if (epoch === here) {
      // Folded from the ledger before this node knew them for its own, and so not published.
      this.#publish(entries.filter((entry) => entry.seq <= seq));
      this.#intake.offer(entries, seq);
      this.#intake.raise(this.#pending.lastWanted());
      this.#loop.wake();
    }
    const passed = first.seq <= seq && this.#pending.isWaitingFrom(first.seq);
    if (epoch !== here || passed) this.#askForCheck();
    return applied;
  }

  /** Does the next thing there is to do; false: nothing. */
  async #step(): Promise<boolean> {
    if (this.#checks.length > 0) {
      await this.#compareWithLedger();
      return true;
    }
    if (this.#fault || this.#intake.target <= this.state.seq) return false;
    const slice = this.#intake.take(this.state.seq, sliceEntries);
    if (slice.length > 0) this.#fold(slice);
    else await this.#readGap();
    return true;
  }

  #rest(): void {
    this.#emptyReads = 0;
    this.#outage.end();
    if (!this.#fault) this.#snapshots.saveWhenDue(this.#sights);
  }

  #fold(slice: readonly Entry[]): void {
    let told = 0;
    const done: Done[] = [];
    const tell = () => {
      if (done.length > told) this.#tell(done.slice(told));
      told = done.length;
    };
    try {
      for (const entry of slice) {
        const turns = mayTurn(this.#sights, entry);
        // What was folded before belongs to the epoch that this entry may end.
        if (turns) tell();
        const before = { ...this.#sights };
        done.push(this.#foldOne(entry));
        if (!turns) continue;
        if (this.state !== before.full) this.#deps.hooks.onReplaced('full', false);
        tell();
        if (this.publicState !== before.public) this.#deps.hooks.onReplaced('public', false);
      }
    } finally {
      // Also what came before a fault is told: it stands.
      tell();
    }
  }

  #foldOne(entry: Entry): Done {
    const { full, seen } = foldEntry(this.#sights, entry, this.state.epoch);
    this.#deps.hooks.onApplied({ entry, applied: full, seen: ownSeen(this.#sights, entry, seen) });
    return { entry, full, seen, isOwn: this.#pending.note(entry.seq, full) };
  }

  #tell(done: readonly Done[]): void {
    const to = done.at(-1)?.entry.seq ?? 0;
    this.#publish(done.filter(({ isOwn }) => isOwn).map(({ entry }) => entry));
    for (const folded of foldedOf(done)) this.#deps.hooks.onFolded(folded);
    this.#pending.settle(to);
  }

  #publish(entries: readonly Entry[]): void {
    for (const message of committedMessages(entries)) this.#deps.hooks.publish(message);
  }

  async #readGap(): Promise<void> {
    const { board, ledger } = this.#deps;
    const { epoch, seq } = this.state;
    const page = await ledger.read(board, seq, gapEntries);
    this.#emptyReads = page.length === 0 ? this.#emptyReads + 1 : 0;
    if (this.#emptyReads > maxEmptyReads) {
      this.#emptyReads = 0;
      throw new Error(`nothing can be read after ${seq}, though more was committed`);
    }
    // Rewound, or not as long as somebody said: the head tells.
    if (page.length === 0 || page.some((entry) => entry.epoch !== epoch)) this.#askForCheck();
    else this.#intake.offer(page, seq);
  }

  async #compareWithLedger(): Promise<void> {
    const { board, ledger, log } = this.#deps;
    const asked = this.#checks.length;
    const head = await headOf(ledger, board);
    // Gone: the registry lets go of this board with its next look at the heads.
    if (head === undefined) return this.#rejectWaiting(this.#refusal('was removed'));
    if (head.epoch === this.state.epoch) {
      this.#intake.end(Math.max(head.seq, this.#pending.lastWanted()));
    } else if (head.epoch !== this.#fault?.epoch) {
      const opened = await openBoardState(ledger, board, log);
      if (opened) this.#replace(opened);
    }
    await this.#settleStranded(ledger, log);
    for (const check of this.#checks.splice(0, asked)) check.resolve();
  }

  #replace({ sights, snapshotSeq }: OpenedBoard): void {
    this.#sights = sights;
    this.#fault = undefined;
    this.#pending.interrupt(this.#refusal('was rewound meanwhile'));
    this.#intake.reset(sights.full.seq);
    this.#intake.raise(this.#pending.lastWanted());
    this.#snapshots.reset(snapshotSeq);
    this.#deps.hooks.onReplaced('full', true);
    this.#deps.hooks.onReplaced('public', true);
  }

  /** Commits that the fold passed or a rewind overtook: read again what became of them. */
  async #settleStranded(ledger: Ledger, log: Log): Promise<void> {
    const { board, epoch, seq } = this.state;
    for (const own of this.#pending.takeStranded(epoch, seq)) {
      const { from, to } = own;
      try {
        const answers = to <= seq ? await refold(ledger, log, { board, from, to }) : undefined;
        const kept = answers?.every(({ entry }) => entry.epoch === own.epoch);
        if (answers && kept) own.resolve(answers.map(({ applied }) => applied));
        else own.reject(this.#refusal('was rewound meanwhile'));
      } catch (err) {
        own.reject(err);
      }
    }
  }

  #fail(err: unknown): void {
    const refused = err instanceof LedgerUnavailable;
    if (err instanceof FoldFault) {
      this.#fault = err;
      this.#deps.log.error({ err: err.cause }, err.message);
    } else {
      this.#outage.begin(err);
    }
    this.#rejectWaiting(refused ? err : new LedgerUnavailable(this.problem ?? 'unknown', 2, err));
  }

  #rejectWaiting(err: unknown): void {
    this.#pending.rejectAll(err);
    for (const check of this.#checks.splice(0)) check.reject(err);
  }
}
