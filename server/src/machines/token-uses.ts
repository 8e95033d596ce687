import type { Clock } from '../board/clock.ts';
import type { Log } from '../log.ts';
import type { Shelf } from './shelf.ts';

const noteEveryMs = 60_000;

/** When tokens were last used, to the minute: a request never waits for it. */
export class TokenUses {
  readonly #deps: { shelf: Shelf; clock: Clock; log: Log };
  readonly #noted = new Map<string, number>();

  constructor(deps: { shelf: Shelf; clock: Clock; log: Log }) {
    this.#deps = deps;
  }

  note(board: string, id: string): void {
    const { shelf, clock, log } = this.#deps;
    const now = clock.now();
    const before = this.#noted.get(id);
    if (before !== undefined && now - before < noteEveryMs) return;
    this.#noted.set(id, now);
    shelf
      .put('token-use', board, id, new Date(now).toISOString())
      .catch((err: unknown) => log.warn({ err }, 'the use of a token could not be noted'));
  }

  find(board: string, id: string): Promise<string | undefined> {
    return this.#deps.shelf.find('token-use', board, id);
  }
}
