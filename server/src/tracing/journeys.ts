import type { Context } from '@opentelemetry/api';

/** An entry that is traced, and since when it is durable or known here. */
export interface Journey {
  context: Context;
  sinceMs: number;
}

export interface Place {
  board: string;
  epoch: string;
  seq: number;
}

/** Screens that show an entry later than this many others are not traced. */
const most = 5000;

const keyOf = ({ board, epoch, seq }: Place): string => `${board}\n${epoch}\n${seq}`;

/** The newest entries that are traced, by where they stand. */
export class Journeys {
  readonly #journeys = new Map<string, Journey>();

  get(place: Place): Journey | undefined {
    return this.#journeys.get(keyOf(place));
  }

  /** The first to say it is believed. */
  add(place: Place, context: Context): void {
    const key = keyOf(place);
    if (this.#journeys.has(key)) return;
    this.#journeys.set(key, { context, sinceMs: Date.now() });
    const [oldest] = this.#journeys.keys();
    if (this.#journeys.size > most && oldest !== undefined) this.#journeys.delete(oldest);
  }

  /** Of a range of positions; a long import is not a journey. */
  *within({ board, epoch, from, to }: { board: string; epoch: string; from: number; to: number }) {
    if (this.#journeys.size === 0) return;
    for (let seq = from; seq <= Math.min(to, from + 31); seq++) {
      const journey = this.get({ board, epoch, seq });
      if (journey) yield { ...journey, seq };
    }
  }
}
