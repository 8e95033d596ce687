import type { Aggregate, Direction, MetricBody } from '../vocabulary/metric.ts';

export const trades = [
  'manufacturing',
  'logistics',
  'energy',
  'hospital',
  'school',
  'call-centre',
  'software',
] as const;
export type Trade = (typeof trades)[number];

interface MetricWords {
  name: string;
  /** Of measure, as it stands behind a value. */
  unit: string;
}

/** A metric that many workplaces of a trade measure, in every language of the pages. */
export interface MetricTemplate {
  id: string;
  direction: Direction;
  decimals: number;
  aggregate: Aggregate;
  recordsPer: 'instant' | 'day';
  standstillDays: number;
  /** By language; `en` is always there. */
  words: { en: MetricWords } & Readonly<Record<string, MetricWords>>;
}

/** The metric as a board takes it, in the language of the board or else in English. */
export function metricOfTemplate(template: MetricTemplate, language: string): MetricBody {
  const { id: _, words, ...rules } = template;
  const { name, unit } = words[language] ?? words.en;
  return { name, unitOfMeasure: unit, ...rules };
}
