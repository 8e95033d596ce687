import * as fc from 'fast-check';
import { createBoardState, type BoardState } from '../../board/state.ts';
import { applyEntry } from '../../board/fold.ts';
import { draftDrive } from '../../drives/draft-drive.ts';
import type { Entry, Fact, FactOf } from '../../ledger/entry.ts';
import { driveBodySchema } from '../../vocabulary/drive.ts';
import { applyToSights, createSights } from '../sights.ts';
import type { Sights } from '../veil.ts';

const opening = Date.UTC(2026, 4, 10, 12);
/** `ada` and `bo` take part in the drive, `cy` and `dee` do not. */
export const unitIds = ['ada', 'bo', 'cy', 'dee'] as const;
const taking: ReadonlySet<string> = new Set(['ada', 'bo']);

export interface Step {
  kind: 'post' | 'annul' | 'correct' | 'verify' | 'import' | 'move' | 'write';
  unit: number;
  /** Beyond the units: none. */
  partner: number;
  isTask: boolean;
  value: number;
  /** Which of the results posted so far. */
  target: number;
}

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('post' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('annul', 'correct', 'verify', 'import', 'move', 'write'),
    },
  ),
  unit: fc.integer({ min: 0, max: 3 }),
  partner: fc.integer({ min: 0, max: 11 }),
  isTask: fc.boolean(),
  value: fc.integer({ min: 0, max: 12 }),
  target: fc.nat(30),
});

/** One board's ledger, folded in both sights and, by the plain fold, in one. */
export class TwoSightLedger {
  sights: Sights = createSights('plant');
  readonly plain: BoardState = createBoardState('plant');
  readonly entries: Entry[] = [];

  add(fact: Fact, at: number): number {
    const seq = this.entries.length + 1;
    const time = new Date(at).toISOString();
    const entry = { board: 'plant', epoch: 'one', seq, at: time, actor: 'test', fact };
    this.entries.push(entry);
    applyToSights(this.sights, entry);
    applyEntry(this.plain, entry);
    return seq;
  }
}

interface Posted {
  isHidden: boolean;
  /** Its position in each of the two ledgers; the second has no hidden ones. */
  seqs: [number, number];
}

/**
 * Two ledgers of one board: in the second, what a freeze hides was never posted. Which entries that
 * are is decided here a second time, by what the test knows of its own steps.
 */
export class TwoLedgers {
  readonly whole = new TwoSightLedger();
  readonly seen = new TwoSightLedger();
  isFrozen = false;
  #now = opening;
  readonly #posted: Posted[] = [];

  constructor() {
    this.both({
      type: 'board.opened',
      name: 'Plant',
      timeZone: 'Europe/Paris',
      visibility: 'public',
    });
    for (const id of ['north', 'south']) this.both({ type: 'sector.put', id, name: id });
    for (const id of unitIds) {
      const sector = taking.has(id) ? 'north' : 'south';
      this.both({ type: 'unit.put', id, name: id, sector });
    }
    for (const id of ['output', 'scrap'])
      this.both({
        type: 'metric.put',
        id,
        name: id,
        unitOfMeasure: 't',
        direction: id === 'output' ? 'higher' : 'lower',
        decimals: 1,
        aggregate: id === 'output' ? 'sum' : 'best',
        recordsPer: 'instant',
      });
  }

  /** `freezeAt`: ms after now. */
  startDrive(id: string, freezeInMs?: number, metric = 'output'): void {
    const body = driveBodySchema.parse({
      name: id,
      from: '2026-05-01',
      to: '2026-05-31',
      eligible: { sectors: ['north'] },
      tasks: [
        metric === 'output'
          ? { id: 'more', metric, baseline: '0', target: '100' }
          : { id: 'less', metric, baseline: '100', target: '0' },
      ],
      scoring: { kind: 'fulfilment' },
      ...(freezeInMs === undefined
        ? {}
        : { freezeAt: new Date(this.#now + freezeInMs).toISOString() }),
    });
    const drafted = draftDrive(this.whole.sights.full, id, body);
    if (drafted.kind === 'problems') throw new Error(JSON.stringify(drafted.problems));
    this.both(drafted.fact);
    for (const to of ['pledging', 'running'] as const) this.both({ type: 'drive.moved', id, to });
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  both(fact: Fact): void {
    this.whole.add(fact, this.#now);
    this.seen.add(fact, this.#now);
    this.#now += 1000;
  }

  step(step: Step): void {
    if (step.kind === 'post') return this.#post(step);
    if (step.kind === 'move') {
      const id = unitIds[step.unit] ?? 'ada';
      const sector = taking.has(id) ? 'north' : 'south';
      return this.both({ type: 'unit.put', id, name: `${id} ${step.value}`, sector });
    }
    if (step.kind === 'import') return this.#import();
    const target = this.#posted[step.target % Math.max(1, this.#posted.length)];
    if (!target) return;
    // Nobody takes the id of an experience that is there already: each is a new one.
    const id = `experience-${this.whole.entries.length}`;
    this.#record(target.isHidden, (at) => judge(step, target.seqs[at], id));
  }

  #import(): void {
    const counts = { sectors: 0, units: 0, metrics: 0, results: 3, duplicates: 0 };
    this.#record(this.isFrozen, () => ({ type: 'import.closed', ...counts }));
  }

  #post(step: Step): void {
    const fact = postOf(step);
    const parties = [fact.unit, ...(fact.partners ?? []).map(({ unit }) => unit)];
    const isOfDrive = fact.metric === 'output' && parties.some((unit) => taking.has(unit));
    const isHidden = this.isFrozen && isOfDrive;
    this.#posted.push({ isHidden, seqs: this.#record(isHidden, () => fact) });
  }

  #record(isHidden: boolean, factIn: (ledger: 0 | 1) => Fact): [number, number] {
    const seq = this.whole.add(factIn(0), this.#now);
    const seen = isHidden ? 0 : this.seen.add(factIn(1), this.#now);
    this.#now += 1000;
    return [seq, seen];
  }
}

function postOf({ unit, partner, isTask, value }: Step): FactOf<'result.posted'> {
  const id = unitIds[unit] ?? 'ada';
  const other = unitIds[partner];
  return {
    type: 'result.posted',
    unit: id,
    metric: isTask ? 'output' : 'scrap',
    value: `${value}`,
    achievedAt: `2026-05-${String(1 + value).padStart(2, '0')}`,
    sector: taking.has(id) ? 'north' : 'south',
    ...(other === undefined || other === id
      ? {}
      : { ownWeight: 1, partners: [{ unit: other, role: 'helped' as const, weight: 1 }] }),
  };
}

function judge({ kind, value }: Step, result: number, id: string): Fact {
  if (kind === 'verify') return { type: 'result.verified', result };
  if (kind === 'annul') return { type: 'result.annulled', result, reason: 'read wrongly' };
  if (kind === 'write')
    return {
      type: 'experience.written',
      id,
      unit: 'cy',
      sector: 'south',
      metric: 'output',
      title: 'How',
      change: 'What we changed',
      proof: result,
    };
  return { type: 'result.corrected', result, value: `${value}`, reason: 'read wrongly' };
}
