/**
 * Which page of which metric the wall shows. Every turn of a metric begins with its leaders and
 * goes on with the pages after those of its last turn, so that the leaders of all metrics come
 * round soon and yet every unit is shown.
 */
export interface Rotation {
  readonly metric: string;
  readonly page: number;
  /** Pages shown in this turn. */
  readonly shown: number;
  /** By metric, the last page shown beyond the first. */
  readonly reached: Readonly<Record<string, number>>;
}

/** Pages of one metric in one turn. */
export const pagesPerTurn = 3;

export function beginRotation(metric: string): Rotation {
  return { metric, page: 0, shown: 1, reached: {} };
}

function nextMetric(metrics: readonly string[], current: string): string {
  return metrics[(metrics.indexOf(current) + 1) % metrics.length] ?? current;
}

/** `pages` are those of the metric shown now. */
export function turn(rotation: Rotation, metrics: readonly string[], pages: number): Rotation {
  const alone = metrics.length < 2;
  const enough = rotation.shown >= Math.min(pages, alone ? pages : pagesPerTurn);
  if (enough || !metrics.includes(rotation.metric)) {
    const metric = nextMetric(metrics, rotation.metric);
    return { ...rotation, metric, page: 0, shown: 1 };
  }
  const before = alone ? rotation.page : (rotation.reached[rotation.metric] ?? 0);
  const page = before + 1 < pages ? before + 1 : 1;
  const reached = { ...rotation.reached, [rotation.metric]: page };
  return { ...rotation, page, shown: rotation.shown + 1, reached };
}

/** Jumps to where something happened; the rotation goes on from there. */
export function jump(rotation: Rotation, metric: string, page: number): Rotation {
  return { ...rotation, metric, page, shown: pagesPerTurn };
}
