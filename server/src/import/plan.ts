import {
  splitShares,
  toMinor,
  type BoardState,
  type Fact,
  type FactOf,
  type Metric,
} from '@emulation/shared';
import type { LineProblem, ProblemList } from './line-problem.ts';
import { say } from './saying.ts';
import type { ImportRow } from './row.ts';
import { inSlices } from './slices.ts';
import type { MetricSurvey, Survey } from './survey.ts';
import { settleVocabulary, type Vocabulary } from './vocabulary.ts';

/** A file with more new results than this is announced as one happening. */
export const maxAnnouncedRows = 200;

export interface PlannedFact {
  fact: Fact;
  key?: string;
}

/** What an import is going to append, all of it or nothing. */
export interface ImportPlan {
  facts: PlannedFact[];
  added: { sectors: number; units: number; metrics: number; results: number };
  duplicates: number;
}

export interface PlanInput {
  rows: readonly ImportRow[];
  /** Idempotency keys of the rows, in their order. */
  keys: readonly string[];
  known: ReadonlySet<string>;
  survey: Survey;
}

function metricProblems(
  row: ImportRow,
  metric: Metric,
  survey: MetricSurvey | undefined,
): LineProblem[] {
  const { line } = row;
  const problems: LineProblem[] = [];
  // Within the file it differs already: that is said of the line that differs.
  if (survey?.unitOfMeasure === row.unitOfMeasure && metric.unitOfMeasure !== row.unitOfMeasure)
    problems.push({
      line,
      column: 'unit_of_measure',
      said: say('board-has', { has: metric.unitOfMeasure }),
    });
  if (survey?.direction === row.direction && metric.direction !== row.direction)
    problems.push({
      line,
      column: 'direction',
      said: say('board-has', { has: metric.direction }),
    });
  if (toMinor(row.value, metric.decimals) === undefined)
    problems.push({
      line,
      column: 'value',
      said: say('too-precise', { decimals: metric.decimals }),
    });
  return problems;
}

function ambiguityProblems(row: ImportRow, { ambiguous }: Vocabulary): LineProblem[] {
  if (ambiguous.size === 0) return [];
  return (['sector', 'unit', 'metric'] as const)
    .filter((column) => ambiguous.has(`${column} ${row[column]}`))
    .map((column) => ({
      line: row.line,
      column,
      said: say('ambiguous', { name: row[column] }),
    }));
}

function partnerFields(
  row: ImportRow,
  { units, ambiguous }: Vocabulary,
): Pick<FactOf<'result.posted'>, 'partners' | 'ownWeight'> | LineProblem {
  if (row.partners.length === 0) return {};
  const unclear = row.partners.find((name) => ambiguous.has(`unit ${name}`));
  if (unclear !== undefined) {
    const said = say('ambiguous', { name: unclear });
    return { line: row.line, column: 'partners', said };
  }
  // Every partner of a new row was settled.
  const partners = row.partners.map((name) => ({
    unit: units.get(name)!,
    role: 'performed' as const,
  }));
  const shares = splitShares(partners);
  if (shares.kind === 'invalid') return { line: row.line, column: 'partners', said: say('shares') };
  return { partners: shares.partners, ownWeight: shares.ownWeight };
}

function resultFact(
  row: ImportRow,
  vocabulary: Vocabulary,
  survey: Survey,
): FactOf<'result.posted'> | LineProblem[] {
  // Every name of a new row was settled.
  const metric = vocabulary.metrics.get(row.metric)!;
  const joint = partnerFields(row, vocabulary);
  const problems = [
    ...ambiguityProblems(row, vocabulary),
    ...metricProblems(row, metric, survey.metrics.get(row.metric)),
    ...('said' in joint ? [joint] : []),
  ];
  if (problems.length > 0 || 'said' in joint) return problems;
  return {
    type: 'result.posted',
    unit: vocabulary.units.get(row.unit)!,
    metric: metric.id,
    value: row.value,
    achievedAt: row.achievedAt,
    sector: vocabulary.sectors.get(row.sector)!,
    ...(row.note === undefined ? {} : { note: row.note }),
    ...joint,
  };
}

/**
 * What the rows of a file add to a board as it stands: vocabulary first, then one result a new row
 * in the order of the file. Rows that do not fit go to
 * `problems`; with any of them the plan must not be carried out.
 */
export async function planImport(
  state: BoardState,
  { rows, keys, known, survey }: PlanInput,
  problems: ProblemList,
): Promise<ImportPlan> {
  const vocabulary = settleVocabulary(state, survey);
  const results: PlannedFact[] = [];
  let duplicates = 0;
  await inSlices(rows, (row, index) => {
    // There is a key for each row.
    const key = keys[index]!;
    if (known.has(key)) {
      duplicates++;
      return;
    }
    const fact = resultFact(row, vocabulary, survey);
    if ('type' in fact) results.push({ fact, key });
    else for (const problem of fact) problems.add(problem);
  });
  const added = { ...vocabulary.added, results: results.length };
  if (results.length === 0) return { facts: [], added, duplicates };
  const facts = [...vocabulary.facts.map((fact) => ({ fact })), ...results];
  return { facts, added, duplicates };
}

/** Says where the import begins and ends: between the two is what an undoing annuls. */
export function enclose(
  { facts, added, duplicates }: ImportPlan,
  opening: Omit<FactOf<'import.opened'>, 'type'>,
): void {
  if (facts.length === 0) return;
  const quiet = added.results > maxAnnouncedRows;
  for (const { fact } of facts) if (quiet && fact.type === 'result.posted') fact.quiet = true;
  facts.unshift({ fact: { type: 'import.opened', ...opening } });
  const loud = quiet ? {} : { quiet };
  facts.push({ fact: { type: 'import.closed', ...added, duplicates, ...loud } });
}
