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

/** Who missed more is shown the newest happenings, and not told of each (LV9). */
const mostMissed = 500;

/** Where a client was told with a gap or a repeat, and where it had missed more than is told afterwards. */
export function countGaps(places: readonly string[], position: ReadonlyMap<string, number>) {
  const counted = { wrong: 0, skipped: 0 };
  // From where it began up to the end, which all have been told of.
  let last = (position.get(places[0] ?? '') ?? 0) - 1;
  for (const at of [...places.map((place) => position.get(place) ?? -1), position.size]) {
    const missed = at - last - 1;
    if (missed > mostMissed && at < position.size) counted.skipped += 1;
    else if (missed !== 0) counted.wrong += 1;
    last = at;
  }
  return counted;
}

/**
 * How many were told something else than the others, or hold other rows than the server at `url`; and how
 * often one had missed too much to be told of each.
 */
export async function compare(clients: readonly Watching[], url: string) {
  const standing = await readJson(url, '/boards/plant/rankings?metric=output');
  // As docs/protocol.md has it.
  const { rows } = standing as Standing;
  const known = new Map(
    clients.flatMap(({ told }) => told.map((one) => [`${one.seq}.${one.n}`, one])),
  );
  const all = [...known.values()].sort((a, b) => a.seq - b.seq || a.n - b.n);
  const position = new Map(all.map(({ seq, n }, at) => [`${seq}.${n}`, at]));
  const gaps = clients.map(({ places }) => countGaps(places, position));
  const otherRows = clients.filter((client) =>
    rows.some(({ unit, score }) => client.rows.get(unit)?.['score'] !== score),
  ).length;
  return {
    wronglyTold: gaps.filter(({ wrong }) => wrong > 0).length,
    skipped: gaps.reduce((sum, { skipped }) => sum + skipped, 0),
    otherRows,
  };
}
