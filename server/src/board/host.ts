import type { BoardState, Entry } from '@emulation/shared';
import { randomUUID } from 'node:crypto';
import type { AppendRequest, Draft, Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { RelayMessage } from '../relay/relay.ts';
import { Answers } from './answers.ts';
import type { Answer, BoardEvent, CommitOutcome, Folded, Sight } from './event.ts';
import { Follower } from './follower.ts';
import type { OpenedBoard } from './opening.ts';

export interface HostDeps {
  ledger: Ledger;
  log: Log;
  publish: (message: RelayMessage) => void;
  emit: (event: BoardEvent<BoardHost>) => void;
}

/** One board on this node: its fold, and the way of new facts into it. */
export class BoardHost {
  readonly board: string;
  readonly #deps: HostDeps;
  readonly #follower: Follower;
  readonly #answers: Answers;
  #refusedWrite: string | undefined;

  constructor(deps: HostDeps, opened: OpenedBoard) {
    const { ledger, log, publish, emit } = deps;
    const { board } = opened.sights.full;
    this.board = board;
    this.#deps = deps;
    this.#answers = new Answers(ledger, log, board);
    const hooks = {
      publish,
      onApplied: (answer: Answer) => this.#answers.keep(answer),
      onFolded: (folded: Folded) => emit({ kind: 'applied', host: this, ...folded }),
      onReplaced: (sight: Sight, hasTurned: boolean) => {
        if (hasTurned) this.#answers.forget();
        emit({ kind: 'replaced', host: this, sight });
      },
    };
    this.#follower = new Follower({ board, ledger, log, hooks }, opened);
  }

  /** Changed in place, entry by entry; another object after a `replaced` event. Read only. */
  get state(): BoardState {
    return this.#follower.state;
  }

  /** What everybody may see of it: the same object while nothing is hidden. */
  get publicState(): BoardState {
    return this.#follower.publicState;
  }

  /** Whether everybody sees the entry at a position. */
  isSeen(seq: number): boolean {
    return this.#follower.isSeen(seq);
  }

  /** Where everybody sees the entry at a position; `undefined` while it is hidden. */
  publicPosition(seq: number): number | undefined {
    return this.#follower.publicPosition(seq);
  }

  /** Why this board cannot be followed now. */
  get problem(): string | undefined {
    return this.#follower.problem;
  }

  /** Why the ledger did not take what was written last: a full disk leaves reading as it was. */
  get refusedWrite(): string | undefined {
    return this.#refusedWrite;
  }

  forgetRefusal(): void {
    this.#refusedWrite = undefined;
  }

  /**
   * Makes facts durable and folds them; everyone is told before this resolves.
   * @throws LedgerUnavailable when it is not known to be done: with a key it can be tried again
   */
  async commit(
    drafts: readonly Draft[],
    onRepeat: AppendRequest['onRepeat'],
  ): Promise<CommitOutcome> {
    const { board } = this;
    const run = () => this.#deps.ledger.append({ board, drafts, onRepeat });
    const { outcome, applied } = await this.#follower.append(run).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      // Anybody may ask how the server is: no board is named to them.
      this.#refusedWrite = why.replaceAll(`board ${board} `, '');
      throw error;
    });
    this.#refusedWrite = undefined;
    switch (outcome.kind) {
      case 'appended': {
        const { entries, repeated } = outcome;
        return { kind: 'committed', entries, applied, repeated };
      }
      case 'repeated':
        await this.#follower.reach(outcome.epoch, outcome.seq);
        return { kind: 'repeated', seq: outcome.seq };
      case 'key-conflict':
      case 'unknown-board':
        return outcome;
    }
  }

  /**
   * What the fold did with the entry at a position, as it was answered then.
   * @throws RangeError when there is no such entry
   */
  answerAt(seq: number): Promise<Answer> {
    return this.#answers.at(seq);
  }

  /** Drops what follows `toSeq` and begins a new epoch; false when another node was faster. */
  async rewind(toSeq: number): Promise<boolean> {
    const { board } = this;
    const { epoch, seq } = this.state;
    if (!Number.isInteger(toSeq) || toSeq < 1 || toSeq > seq)
      throw new RangeError(`board ${board} has no position ${toSeq} to rewind to`);
    const change = { epoch, toSeq, newEpoch: randomUUID() };
    const done = await this.#deps.ledger.rewind(board, change);
    if (done) this.#deps.publish({ kind: 'replaced', board });
    await this.#follower.check();
    return done;
  }

  /** What is committed according to another node or to the ledger's heads. */
  notice(epoch: string, to: number, entries?: readonly Entry[]): void {
    this.#follower.notice(epoch, to, entries);
  }

  /** Resolves when this node has folded `seq` of `epoch`. */
  reach(epoch: string, seq: number): Promise<void> {
    return this.#follower.reach(epoch, seq);
  }

  /** Compares this board with the ledger now. */
  check(): Promise<void> {
    return this.#follower.check();
  }

  close(keep: 'snapshot' | 'nothing'): Promise<void> {
    return this.#follower.close(keep);
  }
}
