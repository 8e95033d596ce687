import type { Entry } from '@emulation/shared';
import type { Log } from '../log.ts';
import type { Origin, OriginFilter, OriginNote, Origins } from './origins.ts';

export interface OriginDeskDeps {
  origins: Origins;
  log: Log;
}

const flushMs = 500;
/** More than this is let go while the store cannot be reached. */
const maxWaiting = 20_000;
/** Of a browser's description of itself. */
const maxAgentLetters = 300;

/** Notes where acts come from, a moment later and together: no act waits for it. */
export class OriginDesk {
  readonly #deps: OriginDeskDeps;
  #waiting: OriginNote[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: OriginDeskDeps) {
    this.#deps = deps;
  }

  /** Where entries came from that were committed together. */
  note(entries: readonly Entry[], { address, agent }: Origin): void {
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last || this.#waiting.length >= maxWaiting) return;
    const { board, actor, at } = first;
    const origin = { address, agent: agent.slice(0, maxAgentLetters) };
    this.#waiting.push({ board, actor, at, first: first.seq, last: last.seq, ...origin });
    this.#timer ??= setTimeout(() => void this.flush(), flushMs);
  }

  /** With what is not written yet. */
  async find(board: string, first: number, last: number): Promise<OriginNote[]> {
    await this.flush();
    return this.#deps.origins.find(board, first, last);
  }

  async forget(filter: OriginFilter): Promise<void> {
    await this.flush();
    await this.#deps.origins.forget(filter);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const notes = this.#waiting;
    this.#waiting = [];
    if (notes.length === 0) return;
    try {
      await this.#deps.origins.note(notes);
    } catch (error) {
      this.#waiting = [...notes, ...this.#waiting].slice(-maxWaiting);
      this.#deps.log.warn({ err: error }, 'where acts came from is noted later');
    }
  }

  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
    await this.#deps.origins.close();
  }
}
