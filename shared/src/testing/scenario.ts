import * as fc from 'fast-check';
import type { Entry, Fact, FactOf } from '../ledger/entry.ts';
import { applyEntry } from '../board/fold.ts';
import { createBoardState, type BoardState } from '../board/state.ts';
import { splitShares } from '../results/shares.ts';
import type { Metric } from '../vocabulary/metric.ts';
import { createZone } from '../calendar/zone.ts';
import { readAchieved } from '../board/achieved.ts';
import type { OracleMetric, OracleResult } from './oracle.ts';

const zone = createZone('Europe/Paris');
export const unitIds = ['a', 'b', 'c', 'd', 'e'];
export const sectorIds = ['north', 'south'];
const firstHour = Date.UTC(2026, 2, 27);

export interface Step {
  kind: 'post' | 'annul' | 'correct' | 'verify' | 'move';
  unit: number;
  sector: number;
  value: number;
  /** Hours after the first: the span crosses a change to summer time. */
  hour: number;
  dateOnly: boolean;
  partner: number;
  target: number;
}

/** Few distinct values, hours and units, so that equal marks, shared places and days abound. */
export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('post' as const) },
    { weight: 1, arbitrary: fc.constantFrom('annul', 'correct', 'verify', 'move') },
  ),
  unit: fc.integer({ min: 0, max: unitIds.length - 1 }),
  sector: fc.integer({ min: 0, max: sectorIds.length - 1 }),
  value: fc.integer({ min: -4, max: 9 }),
  hour: fc.integer({ min: 0, max: 96 }),
  dateOnly: fc.boolean(),
  partner: fc.integer({ min: 0, max: unitIds.length * 3 }),
  target: fc.nat(40),
});

export const metricArbitrary: fc.Arbitrary<OracleMetric> = fc.record({
  direction: fc.constantFrom('higher', 'lower'),
  aggregate: fc.constantFrom('best', 'sum', 'mean', 'latest'),
  recordsPer: fc.constantFrom('instant', 'day'),
});

function achievedAt({ hour, dateOnly }: Step): string {
  const iso = new Date(firstHour + hour * 3_600_000).toISOString();
  return dateOnly ? iso.slice(0, 10) : iso;
}

/** Equal parts (of two or three), stated ones, and now and then all of it given away. */
function shareOf(value: number): string | undefined {
  if (value === 4) return '1';
  return value > 5 ? '0.3' : undefined;
}

function partnersOf(step: Step): Pick<FactOf<'result.posted'>, 'partners' | 'ownWeight'> {
  const unit = unitIds[step.partner];
  if (unit === undefined || step.partner === step.unit) return {};
  const share = shareOf(step.value);
  const third = unitIds.find((id, at) => step.dateOnly && at !== step.unit && id !== unit);
  const split = splitShares([
    { unit, role: 'helped', ...(share ? { share } : {}) },
    ...(third === undefined || share === '1' ? [] : [{ unit: third, role: 'performed' as const }]),
  ]);
  return split.kind === 'shares' ? { partners: split.partners, ownWeight: split.ownWeight } : {};
}

/** A board with its ledger's entries and the naive list of results beside it. */
export class Scenario {
  readonly entries: Entry[] = [];
  readonly results: OracleResult[] = [];
  readonly state: BoardState = createBoardState('test');
  readonly metric: OracleMetric;

  private readonly begins: number;

  /** `begins`: when the first entry is received, ms since the epoch. */
  constructor(metric: OracleMetric & Partial<Metric>, begins = Date.UTC(2026, 6, 1)) {
    this.metric = metric;
    this.begins = begins;
    this.add({
      type: 'board.opened',
      name: 'Test',
      timeZone: 'Europe/Paris',
      visibility: 'public',
    });
    for (const id of sectorIds) this.add({ type: 'sector.put', id, name: id });
    for (const id of unitIds) this.add({ type: 'unit.put', id, name: id, sector: 'north' });
    this.add({
      type: 'metric.put',
      id: 'm',
      name: 'M',
      unitOfMeasure: '',
      decimals: 1,
      ...metric,
    });
  }

  add(fact: Fact): number {
    const seq = this.entries.length + 1;
    const at = new Date(this.begins + seq * 1000).toISOString();
    const entry = { board: 'test', epoch: 'one', seq, at, actor: 'test', fact };
    this.entries.push(entry);
    applyEntry(this.state, entry);
    return seq;
  }

  take(step: Step): void {
    const target = this.results[step.target % Math.max(1, this.results.length)];
    if (step.kind === 'post') this.post(step);
    else if (step.kind === 'move') this.move(step);
    else if (target && !target.annulled) this.change(step, target);
  }

  private move({ unit, sector }: Step): void {
    const id = unitIds[unit] ?? '';
    this.add({ type: 'unit.put', id, name: id, sector: sectorIds[sector] ?? '' });
  }

  private post(step: Step): void {
    const unit = unitIds[step.unit] ?? '';
    const fact: FactOf<'result.posted'> = {
      type: 'result.posted',
      unit,
      metric: 'm',
      value: `${step.value}`,
      achievedAt: achievedAt(step),
      sector: this.state.units.get(unit)?.sector ?? '',
      ...partnersOf(step),
    };
    const seq = this.add(fact);
    this.results.push({
      seq,
      unit,
      partners: fact.partners ?? [],
      ownWeight: fact.ownWeight ?? 1,
      sector: fact.sector,
      value: step.value * 10,
      annulled: false,
      ...readAchieved(fact.achievedAt, zone),
    });
  }

  private change(step: Step, target: OracleResult): void {
    const reason = 'because';
    if (step.kind === 'annul') {
      this.add({ type: 'result.annulled', result: target.seq, reason });
      target.annulled = true;
    } else if (step.kind === 'verify') this.add({ type: 'result.verified', result: target.seq });
    else {
      const at = achievedAt(step);
      this.add({
        type: 'result.corrected',
        result: target.seq,
        value: `${step.value}`,
        achievedAt: at,
        reason,
      });
      Object.assign(target, { value: step.value * 10, ...readAchieved(at, zone) });
    }
  }
}
