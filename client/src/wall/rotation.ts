/**
 * Which page of which stop the wall shows; a stop is a scene, or a scene of one metric. Every turn of
 * a stop begins with its first page and goes on with the pages after those of its last turn, so that
 * the leaders of all metrics come round soon and yet every unit is shown.
 */
export interface Rotation {
  readonly stop: string;
  readonly page: number;
  /** Pages shown in this turn. */
  readonly shown: number;
  /** By stop, the last page shown beyond the first. */
  readonly reached: Readonly<Record<string, number>>;
}

/** Pages of one stop in one turn. */
export const pagesPerTurn = 3;

export function beginRotation(stop: string): Rotation {
  return { stop, page: 0, shown: 1, reached: {} };
}

function nextStop(stops: readonly string[], current: string): string {
  return stops[(stops.indexOf(current) + 1) % stops.length] ?? current;
}

/** `pages` are those of the stop shown now. */
export function turn(rotation: Rotation, stops: readonly string[], pages: number): Rotation {
  const alone = stops.length < 2;
  const enough = rotation.shown >= Math.min(pages, alone ? pages : pagesPerTurn);
  if (enough || !stops.includes(rotation.stop)) {
    const stop = nextStop(stops, rotation.stop);
    return { ...rotation, stop, page: 0, shown: 1 };
  }
  const before = alone ? rotation.page : (rotation.reached[rotation.stop] ?? 0);
  const page = before + 1 < pages ? before + 1 : 1;
  const reached = { ...rotation.reached, [rotation.stop]: page };
  return { ...rotation, page, shown: rotation.shown + 1, reached };
}

/** Jumps to where something happened; the rotation goes on from there. */
export function jump(rotation: Rotation, stop: string, page: number): Rotation {
  return { ...rotation, stop, page, shown: pagesPerTurn };
}
