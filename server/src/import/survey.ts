import { isCalendarDate, maxDecimals, type Direction } from '@emulation/shared';
import type { ProblemList } from './line-problem.ts';
import type { ImportRow } from './row.ts';
import { say } from './saying.ts';
import { inSlices } from './slices.ts';

/** What the whole file says about one metric. */
export interface MetricSurvey {
  firstLine: number;
  unitOfMeasure: string;
  direction: Direction;
  /** Of the longest fraction; values beyond what a metric can have are rounded. */
  decimals: number;
  datesOnly: boolean;
  /** Some row of it is new. */
  isUsed: boolean;
}

/** The new line that decides a unit's sector. */
export interface UnitSurvey {
  sector: string;
  at: number;
  /** False where the unit is only named as a partner. */
  isOwn: boolean;
}

/** What a file asks of a board's vocabulary, names in the order of their first new line. */
export interface Survey {
  sectors: Set<string>;
  units: Map<string, UnitSurvey>;
  metrics: Map<string, MetricSurvey>;
}

function surveyMetric(survey: Survey, row: ImportRow, problems: ProblemList): MetricSurvey {
  const { line, unitOfMeasure, direction } = row;
  let metric = survey.metrics.get(row.metric);
  if (!metric) {
    const fresh = { decimals: 0, datesOnly: true, isUsed: false };
    metric = { firstLine: line, unitOfMeasure, direction, ...fresh };
    survey.metrics.set(row.metric, metric);
  }
  const { firstLine: of } = metric;
  if (metric.unitOfMeasure !== unitOfMeasure)
    problems.add({
      line,
      column: 'unit_of_measure',
      said: say('line-says', { of, says: metric.unitOfMeasure }),
    });
  if (metric.direction !== direction)
    problems.add({
      line,
      column: 'direction',
      said: say('line-says', { of, says: metric.direction }),
    });
  metric.decimals = Math.min(maxDecimals, Math.max(metric.decimals, row.fractionDigits));
  metric.datesOnly &&= isCalendarDate(row.achievedAt);
  return metric;
}

/** Of several lines the latest achieved decides, of equally late ones the last in the file. */
function surveyUnit(survey: Survey, name: string, { sector, at }: ImportRow, isOwn: boolean): void {
  const known = survey.units.get(name);
  const decides = !known || (isOwn && !known.isOwn) || (isOwn === known.isOwn && at >= known.at);
  if (decides) survey.units.set(name, { sector, at, isOwn });
}

/** Looks through all rows; those whose key is known add nothing to the vocabulary. */
export async function surveyRows(
  rows: readonly ImportRow[],
  isNew: (index: number) => boolean,
  problems: ProblemList,
): Promise<Survey> {
  const survey: Survey = { sectors: new Set(), units: new Map(), metrics: new Map() };
  await inSlices(rows, (row, index) => {
    const metric = surveyMetric(survey, row, problems);
    if (!isNew(index)) return;
    metric.isUsed = true;
    survey.sectors.add(row.sector);
    surveyUnit(survey, row.unit, row, true);
    for (const partner of row.partners) surveyUnit(survey, partner, row, false);
  });
  return survey;
}
