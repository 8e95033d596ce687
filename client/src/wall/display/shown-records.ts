import { displayLimits, type Happening, type ShownReport } from '@emulation/shared';
import type { Screen } from '../takeover-queue.ts';
import type { Story } from '../takeover-story.ts';

interface Told {
  epoch: string;
  seq: number;
  arrivedAt: number;
  isShown: boolean;
}

/** Of so many results it is remembered when they arrived. */
const mostTold = 4_000;
const mostWaiting = 2_000;

/** The results whose records a story tells of: in a flood also those that were folded into it. */
const resultsOf = (story: Story) =>
  story.kind === 'record' ? [...story.folded, story.result] : [];

const bounded = (ms: number) => Math.round(Math.min(displayLimits.shownMs, Math.max(0, ms)));

/** When records reached this wall, and which of them it has had on its screen and not yet reported. */
export class ShownRecords {
  readonly #told = new Map<string, Told>();
  #waiting: ShownReport[] = [];

  /** `now`: ms since the epoch by this machine's clock. */
  hear(happening: Happening, now: number): void {
    if (happening.kind !== 'record' || this.#told.has(happening.result)) return;
    const { epoch, seq, result } = happening;
    this.#told.set(result, { epoch, seq, arrivedAt: now, isShown: false });
    const [oldest] = this.#told.keys();
    if (this.#told.size > mostTold && oldest !== undefined) this.#told.delete(oldest);
  }

  /** A screen has come up. `offsetMs`: the server's clock minus this one. */
  show({ stories }: Screen, now: number, offsetMs: number): void {
    for (const result of stories.flatMap(resultsOf)) {
      const told = this.#told.get(result);
      // A screen that changes under way is the same screen.
      if (!told || told.isShown) continue;
      told.isShown = true;
      const sinceArrivalMs = bounded(now - told.arrivedAt);
      const shownAt = new Date(now + offsetMs).toISOString();
      const { epoch, seq } = told;
      this.#waiting.push({ epoch, seq, sinceArrivalMs, shownAt });
    }
    this.#waiting = this.#waiting.slice(-mostWaiting);
  }

  /** What the next report tells of; `reported` takes it off. */
  next(): readonly ShownReport[] {
    return this.#waiting.slice(0, displayLimits.shown);
  }

  reported(shown: readonly ShownReport[]): void {
    this.#waiting = this.#waiting.filter((one) => !shown.includes(one));
  }
}
