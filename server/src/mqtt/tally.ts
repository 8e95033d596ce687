import type { Clock } from '../board/clock.ts';
import type { Shelf } from '../machines/shelf.ts';
import type { Taken } from './intake.ts';
import { z } from 'zod';

const countsSchema = z.object({
  posted: z.int(),
  repeated: z.int(),
  refused: z.int(),
  lastAt: z.string().optional(),
});
/** What came of the messages of a mapping. */
export type Counts = z.infer<typeof countsSchema>;

const brokerSchema = z.object({
  state: z.enum(['connected', 'failing']),
  since: z.string(),
  detail: z.string(),
});
export type BrokerState = z.infer<typeof brokerSchema>;

export async function readCounts(shelf: Shelf, board: string, id: string): Promise<Counts> {
  const text = await shelf.find('mapping-counts', board, id);
  if (text === undefined) return { posted: 0, repeated: 0, refused: 0 };
  return countsSchema.parse(JSON.parse(text));
}

export async function readBroker(shelf: Shelf): Promise<BrokerState | undefined> {
  const text = await shelf.find('broker', '', '');
  return text === undefined ? undefined : brokerSchema.parse(JSON.parse(text));
}

/** Counts by mapping and the state of the connection, written now and then for every node to read. */
export class Tally {
  readonly #deps: { shelf: Shelf; clock: Clock };
  readonly #fresh = new Map<string, { board: string; id: string; taken: Taken[] }>();
  #broker: BrokerState | undefined;
  #isBrokerNew = false;

  constructor(deps: { shelf: Shelf; clock: Clock }) {
    this.#deps = deps;
  }

  count(board: string, id: string, taken: readonly Taken[]): void {
    const key = `${board}/${id}`;
    const { taken: before = [] } = this.#fresh.get(key) ?? {};
    this.#fresh.set(key, { board, id, taken: [...before, ...taken] });
  }

  connected(): void {
    this.#turn('connected', '');
  }

  failing(detail: string): void {
    this.#turn('failing', detail);
  }

  async write(): Promise<void> {
    const { shelf } = this.#deps;
    if (this.#broker && this.#isBrokerNew) {
      this.#isBrokerNew = false;
      await shelf.put('broker', '', '', JSON.stringify(this.#broker));
    }
    for (const [key, { board, id, taken }] of this.#fresh) {
      this.#fresh.delete(key);
      const counts = await readCounts(shelf, board, id);
      for (const one of taken) counts[one] += 1;
      counts.lastAt = this.#now();
      await shelf.put('mapping-counts', board, id, JSON.stringify(counts));
    }
  }

  #now(): string {
    return new Date(this.#deps.clock.now()).toISOString();
  }

  #turn(state: BrokerState['state'], detail: string): void {
    // A reason says more than that the connection is closed.
    if (this.#broker?.state === state && (detail === '' || state === 'failing')) return;
    this.#broker = { state, detail, since: this.#now() };
    this.#isBrokerNew = true;
  }
}
