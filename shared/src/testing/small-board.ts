import { applyEntry } from '../board/fold.ts';
import type { Applied } from '../board/outcome.ts';
import { createBoardState, type BoardState } from '../board/state.ts';
import type { Entry, Fact, FactOf } from '../ledger/entry.ts';
import type { Metric } from '../vocabulary/metric.ts';

export const received = Date.UTC(2026, 5, 1, 12);

/** A board for examples written out by hand: entries one second apart, from 2026-06-01 12:00 UTC. */
export class SmallBoard {
  readonly state: BoardState = createBoardState('plant');

  constructor(metric: Partial<Metric> = {}) {
    this.add({
      type: 'board.opened',
      name: 'Plant',
      timeZone: 'Europe/Paris',
      visibility: 'public',
    });
    for (const id of ['north', 'south']) this.add({ type: 'sector.put', id, name: id });
    for (const [id, sector] of [
      ['ada', 'north'],
      ['bo', 'north'],
      ['cy', 'south'],
      ['dee', 'south'],
    ] as const)
      this.add({ type: 'unit.put', id, name: id, sector });
    this.addMetric('output', metric);
  }

  addMetric(id: string, metric: Partial<Metric>): void {
    this.add({
      type: 'metric.put',
      name: id,
      unitOfMeasure: 't',
      direction: 'higher',
      decimals: 1,
      aggregate: 'best',
      recordsPer: 'instant',
      ...metric,
      id,
    });
  }

  entryOf(fact: Fact): Entry {
    const seq = this.state.seq + 1;
    const at = new Date(received + seq * 1000).toISOString();
    return { board: 'plant', epoch: 'one', seq, at, actor: 'test', fact };
  }

  add(fact: Fact): Applied {
    return applyEntry(this.state, this.entryOf(fact));
  }

  post(
    unit: string,
    value: string,
    achievedAt = '2026-05-01',
    more: Partial<FactOf<'result.posted'>> = {},
  ): Applied {
    const sector = this.state.units.get(unit)?.sector ?? '';
    return this.add({
      type: 'result.posted',
      metric: 'output',
      unit,
      value,
      achievedAt,
      sector,
      ...more,
    });
  }
}
