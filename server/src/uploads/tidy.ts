import type { Clock } from '../board/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Uploads } from './uploads.ts';

export interface TidyDeps {
  uploads: Pick<Uploads, 'list' | 'remove'>;
  ledger: Pick<Ledger, 'heads' | 'read'>;
  clock: Clock;
  log: Log;
}

const dayMs = 24 * 3_600_000;
/** A form may stay open, and a phone without a network, for as long. */
const graceMs = 7 * dayMs;
/** Not in the rush of a start, and yet on a server that is restarted every night. */
const firstLookMs = 10 * 60_000;
const pageLength = 1000;
/** Whatever looks like the id of a picture counts as one: rather one too many is kept. */
const idForm = /[0-9a-f]{64}/g;

/** What the facts of a board name, up to a position. */
interface Named {
  epoch: string;
  seq: number;
  ids: Set<string>;
}

/**
 * Removes pictures that were sent and never used, once a day. One that any fact of the ledger names
 * stays: also of a result that was annulled, a text that was changed or a drive that hides it.
 * Every node may do it.
 */
export class UploadTidy {
  readonly #deps: TidyDeps;
  readonly #named = new Map<string, Named>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: TidyDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#wait(firstLookMs);
  }

  look(): Promise<void> {
    this.#looking = this.#looking
      .then(() => this.#tidyAll())
      .catch((err: unknown) =>
        this.#deps.log.warn({ err }, 'pictures that nobody uses are removed later'),
      );
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#wait(dayMs);
      void this.look();
    }, ms);
    this.#timer.unref();
  }

  async #tidyAll(): Promise<void> {
    for (const { board, epoch } of await this.#deps.ledger.heads()) {
      if (this.#stopped) return;
      await this.#tidy(board, epoch);
    }
  }

  async #tidy(board: string, epoch: string): Promise<void> {
    const { uploads, clock } = this.#deps;
    const before = clock.now() - graceMs;
    const old = (await uploads.list(board)).filter(({ keptAt }) => keptAt < before);
    for (const { id } of old) {
      // Asked anew before each: what has just been named is in the tail of the ledger.
      const ids = await this.#namedBy(board, epoch);
      if (this.#stopped || !ids || (await this.#epochOf(board)) !== epoch) return;
      if (!ids.has(id)) await uploads.remove(board, id);
    }
  }

  /** Restored meanwhile, the board has other facts: they are read another day. */
  async #epochOf(board: string): Promise<string | undefined> {
    return (await this.#deps.ledger.heads()).find((head) => head.board === board)?.epoch;
  }

  /** Reads on from where it stopped the last time; `undefined` where it is to stop. */
  async #namedBy(board: string, epoch: string): Promise<ReadonlySet<string> | undefined> {
    const known = this.#named.get(board);
    const named = known?.epoch === epoch ? known : { epoch, seq: 0, ids: new Set<string>() };
    this.#named.set(board, named);
    for (;;) {
      const entries = await this.#deps.ledger.read(board, named.seq, pageLength);
      for (const { fact } of entries)
        for (const [id] of JSON.stringify(fact).matchAll(idForm)) named.ids.add(id);
      named.seq = entries.at(-1)?.seq ?? named.seq;
      if (entries.length < pageLength) return named.ids;
      if (this.#stopped) return undefined;
    }
  }
}
