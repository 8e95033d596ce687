import { dueFacts, type BoardState } from '@emulation/shared';
import type { Draft } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Clock } from './clock.ts';

/** A board as the clerk sees it. */
interface ClerkedBoard {
  readonly board: string;
  readonly state: BoardState;
  commit(drafts: Draft[], onRepeat: 'refuse'): Promise<unknown>;
}

export interface ClerkDeps {
  boards: { all(): ClerkedBoard[] };
  clock: Clock;
  log: Log;
  /** Pause between two looks. `never`: a test looks itself. */
  everyMs?: number | 'never';
}

/** Moves that lead to one another (start, freeze) are made in one look. */
const maxRounds = 8;

/**
 * Writes the facts that the clock alone makes: a drive starts, freezes, closes. Every node has a
 * clerk; the key of a due fact lets it into the ledger once, whoever comes first.
 */
export class Clerk {
  readonly #deps: ClerkDeps;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(deps: ClerkDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { everyMs = 1000 } = this.#deps;
    if (everyMs === 'never' || this.#isStopped) return;
    this.#timer = setTimeout(() => void this.look().then(() => this.start()), everyMs);
    this.#timer.unref();
  }

  /** Makes what is due on every board; a board that cannot be written waits for the next look. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      for (const board of this.#deps.boards.all()) {
        if (this.#isStopped) return;
        await this.#serve(board);
      }
    });
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #serve(board: ClerkedBoard): Promise<void> {
    try {
      let made = '';
      for (let round = 0; round < maxRounds; round++) {
        const now = this.#deps.clock.now();
        const due = dueFacts(board.state, now);
        const keys = due.map(({ key }) => key).join(' ');
        // What is due again did not fit when it was made: a steward was faster.
        if (due.length === 0 || keys === made) return;
        made = keys;
        const at = new Date(now).toISOString();
        for (const { key, fact } of due)
          await board.commit([{ fact, actor: 'system:clock', at, key, bodyHash: key }], 'refuse');
      }
    } catch (err) {
      this.#deps.log.warn({ err, board: board.board }, 'what is due waits for the ledger');
    }
  }
}
