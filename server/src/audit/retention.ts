import type { PrivacyRules } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { Log } from '../log.ts';
import type { OriginDesk } from './origin-desk.ts';

interface KeptBoard {
  readonly board: string;
  readonly state: {
    books: { privacy: PrivacyRules; members: { erased: ReadonlyMap<string, string> } };
  };
}

export interface RetentionDeps {
  boards: { all(): readonly KeptBoard[] };
  origins: Pick<OriginDesk, 'forget'>;
  clock: Clock;
  log: Log;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Erases where acts came from once a board keeps it no longer; every node may do it. */
export class OriginRetention {
  readonly #deps: RetentionDeps;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(deps: RetentionDeps) {
    this.#deps = deps;
  }

  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), hourMs);
    this.#timer.unref();
  }

  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      for (const board of this.#deps.boards.all()) await this.#tidy(board);
    });
    return this.#looking;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #tidy({ board, state: { books } }: KeptBoard): Promise<void> {
    const { clock, origins, log } = this.#deps;
    const now = clock.now();
    try {
      const before = new Date(now - books.privacy.originsDays * dayMs).toISOString();
      await origins.forget({ board, before });
      // Another node may have written down an act of theirs just after they were erased.
      for (const [person, at] of books.members.erased)
        if (now - Date.parse(at) < 2 * dayMs) await origins.forget({ board, person });
    } catch (err) {
      log.warn({ err, board }, 'old origins of acts are erased later');
    }
  }
}
