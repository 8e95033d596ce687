import {
  listResults,
  type BoardState,
  type Fact,
  type Metric,
  type ResultMark,
} from '@emulation/shared';
import { IdBook, type Named } from './name-id.ts';
import type { MetricSurvey, Survey, UnitSurvey } from './survey.ts';

/** What names stand for on a board, and the facts that make it so. */
export interface Vocabulary {
  sectors: Map<string, string>;
  units: Map<string, string>;
  metrics: Map<string, Metric>;
  facts: Fact[];
  added: { sectors: number; units: number; metrics: number };
  /** Names that several things on the board have, so that none can be meant. */
  ambiguous: Set<string>;
}

/** Names of things on the board, composed as those of the file are. */
class NameBook<T extends { id: string; name: string }> {
  readonly named = new Map<string, T>();
  readonly ambiguous = new Set<string>();
  private readonly ids: IdBook;

  constructor(kind: Named, things: Iterable<T>) {
    const all = [...things];
    this.ids = new IdBook(
      kind,
      all.map(({ id }) => id),
    );
    for (const thing of all) {
      const name = thing.name.normalize('NFC');
      if (this.named.has(name)) this.ambiguous.add(name);
      else this.named.set(name, thing);
    }
  }

  freshId(name: string): string {
    return this.ids.idFor(name);
  }
}

/** ms of the unit's latest own result that stands, or -Infinity. */
function latestResultAt(state: BoardState, unit: string): number {
  let after: ResultMark | undefined;
  do {
    const page = listResults(state, { unit, limit: 50, ...(after ? { after } : {}) });
    const own = page.results.find((row) => row.unit === unit && row.state !== 'annulled');
    if (own) {
      const { achievedAt } = own;
      return achievedAt.length === 10 ? dayStart(state, achievedAt) : Date.parse(achievedAt);
    }
    after = page.next;
  } while (after);
  return -Infinity;
}

function dayStart(state: BoardState, date: string): number {
  return state.zone.startOfDay(Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000));
}

function metricOf(id: string, name: string, survey: MetricSurvey): Metric {
  const { unitOfMeasure, direction, decimals, datesOnly } = survey;
  const recordsPer = datesOnly ? 'day' : 'instant';
  return { id, name, unitOfMeasure, direction, decimals, aggregate: 'best', recordsPer };
}

function settleSectors(state: BoardState, survey: Survey, vocabulary: Vocabulary): void {
  const book = new NameBook('sector', state.sectors.values());
  for (const name of book.ambiguous) vocabulary.ambiguous.add(`sector ${name}`);
  for (const name of survey.sectors) {
    const known = book.named.get(name);
    const id = known?.id ?? book.freshId(name);
    vocabulary.sectors.set(name, id);
    if (known) continue;
    vocabulary.facts.push({ type: 'sector.put', id, name });
    vocabulary.added.sectors++;
  }
}

function settleMetrics(state: BoardState, survey: Survey, vocabulary: Vocabulary): void {
  const known = [...state.metrics.values()].map(({ metric }) => metric);
  const book = new NameBook('metric', known);
  for (const name of book.ambiguous) vocabulary.ambiguous.add(`metric ${name}`);
  for (const [name, metricSurvey] of survey.metrics) {
    const existing = book.named.get(name);
    const metric = existing ?? metricOf(book.freshId(name), name, metricSurvey);
    vocabulary.metrics.set(name, metric);
    if (existing || !metricSurvey.isUsed) continue;
    vocabulary.facts.push({ type: 'metric.put', ...metric });
    vocabulary.added.metrics++;
  }
}

/** A unit moves only when its line in the file is later than all it has on the board. */
function moves(
  state: BoardState,
  unit: { id: string; sector: string },
  { at, isOwn }: UnitSurvey,
  sector: string,
): boolean {
  return isOwn && unit.sector !== sector && at >= latestResultAt(state, unit.id);
}

function settleUnits(state: BoardState, survey: Survey, vocabulary: Vocabulary): void {
  const book = new NameBook('unit', state.units.values());
  for (const name of book.ambiguous) vocabulary.ambiguous.add(`unit ${name}`);
  for (const [name, unitSurvey] of survey.units) {
    const known = book.named.get(name);
    // A unit that went into another is that one by either name.
    const into = state.units.get(known?.mergedInto ?? '');
    const id = into?.id ?? known?.id ?? book.freshId(name);
    vocabulary.units.set(name, id);
    if (into) continue;
    // Every sector of a surveyed line was settled before.
    const sector = vocabulary.sectors.get(unitSurvey.sector)!;
    if (known && !moves(state, known, unitSurvey, sector)) continue;
    vocabulary.facts.push({ type: 'unit.put', id, name: known?.name ?? name, sector });
    if (!known) vocabulary.added.units++;
  }
}

/** Finds what the file names on the board and makes facts for what is missing. Synchronous. */
export function settleVocabulary(state: BoardState, survey: Survey): Vocabulary {
  const vocabulary: Vocabulary = {
    sectors: new Map(),
    units: new Map(),
    metrics: new Map(),
    facts: [],
    added: { sectors: 0, units: 0, metrics: 0 },
    ambiguous: new Set(),
  };
  settleSectors(state, survey, vocabulary);
  settleMetrics(state, survey, vocabulary);
  settleUnits(state, survey, vocabulary);
  return vocabulary;
}
