import type { Happening, Row } from '@emulation/shared';
import { follow } from '../../client-sdk/src/follow.ts';
import { readJson } from '../../e2e/api.ts';

const topics = ['feed', 'ranking:output'];

interface Standing {
  rows: { unit: string; score: string }[];
}

/** A client of the product, of today unless another `following` is given, and everything it was told. */
export class Watching {
  readonly told: Happening[] = [];
  rows: ReadonlyMap<string, Row> = new Map();
  readonly #board;

  constructor(origin: string, following: typeof follow = follow) {
    this.#board = following(
      { origin, board: 'plant', topics },
      {
        happening: (happening) => void this.told.push(happening),
        topic: (topic, rows) => {
          if (topic === 'ranking:output') this.rows = rows;
        },
      },
    );
  }

  get isFollowing(): boolean {
    return this.#board.epoch() !== null;
  }

  get places(): string[] {
    return this.told.map(({ seq, n }) => `${seq}.${n}`);
  }

  close(): void {
    this.#board.close();
  }
}

/** How many were told something else than the others, or hold other rows than the server at `url`. */
export async function compare(clients: readonly Watching[], url: string) {
  const standing = await readJson(url, '/boards/plant/rankings?metric=output');
  // As docs/protocol.md has it.
  const { rows } = standing as Standing;
  const known = new Map(
    clients.flatMap(({ told }) => told.map((one) => [`${one.seq}.${one.n}`, one])),
  );
  const all = [...known.values()].sort((a, b) => a.seq - b.seq || a.n - b.n);
  const order = all.map(({ seq, n }) => `${seq}.${n}`);
  // Each from where it began: nothing left out, nothing twice, nothing in another order.
  const wronglyTold = clients.filter(
    ({ places }) => places.join() !== order.slice(order.length - places.length).join(),
  ).length;
  const otherRows = clients.filter((client) =>
    rows.some(({ unit, score }) => client.rows.get(unit)?.['score'] !== score),
  ).length;
  return { wronglyTold, otherRows };
}
