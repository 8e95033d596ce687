import type { Fact } from '@emulation/shared';

/** The board that the speed of the fold is measured on. */
export const size = { units: 1000, sectors: 10, metrics: 20 };
const firstDay = Date.UTC(2020, 0, 1);

/** Numbers in [0, 1) that are the same in every run (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sectors, units and metrics; half of the metrics are better when lower. */
export function* vocabularyFacts(): Iterable<Fact> {
  yield { type: 'board.opened', name: 'Large', timeZone: 'Europe/Paris', visibility: 'public' };
  for (let at = 0; at < size.sectors; at++)
    yield { type: 'sector.put', id: `s${at}`, name: `Sector ${at}` };
  for (let at = 0; at < size.units; at++)
    yield { type: 'unit.put', id: `u${at}`, name: `Unit ${at}`, sector: `s${at % size.sectors}` };
  for (let at = 0; at < size.metrics; at++)
    yield {
      type: 'metric.put',
      id: `m${at}`,
      name: `Metric ${at}`,
      unitOfMeasure: 't',
      direction: at % 2 ? 'lower' : 'higher',
      decimals: 1,
      aggregate: 'best',
      recordsPer: 'instant',
    };
}

/** Results one minute apart, spread over units and metrics. */
export function* resultFacts(count: number): Iterable<Fact> {
  const random = createRandom(7);
  for (let at = 0; at < count; at++) {
    const unit = Math.floor(random() * size.units);
    yield {
      type: 'result.posted',
      unit: `u${unit}`,
      metric: `m${Math.floor(random() * size.metrics)}`,
      value: (random() * 1000).toFixed(1),
      achievedAt: new Date(firstDay + at * 60_000).toISOString(),
      sector: `s${unit % size.sectors}`,
    };
  }
}
