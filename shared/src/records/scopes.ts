import type { Scope } from '../board/happening.ts';
import { signOf, type MetricState } from '../board/metric-state.ts';
import { unitsOf } from '../results/parties.ts';
import type { LineRules, RecordLine } from './line.ts';

/** A line that a result may stand in: its scope, and the index of its sector or unit. */
export interface LineKey {
  scope: Scope;
  /** Index of the sector or unit; 0 in the board's scope. */
  of: number;
}

export function keyText({ scope, of }: LineKey): string {
  return scope === 'board' ? 'board' : `${scope}:${of}`;
}

/** The lines a result belongs to: the board's, its sector's, and that of each of its units. */
export function lineKeysOf(metric: MetricState, index: number): LineKey[] {
  return [
    { scope: 'board', of: 0 },
    { scope: 'sector', of: metric.results.sector[index] ?? 0 },
    ...unitsOf(metric, index).map((unit): LineKey => ({ scope: 'unit', of: unit })),
  ];
}

const theUnit = [0];
const ofTheUnit = () => theUnit;

export function rulesOf(metric: MetricState, scope: Scope): LineRules {
  return {
    columns: metric.results,
    sign: signOf(metric.metric),
    perDay: metric.metric.recordsPer === 'day',
    holdersOf: scope === 'unit' ? ofTheUnit : (mark) => unitsOf(metric, mark),
  };
}

/** The line of a scope, begun when it is asked for the first time. */
export function openLine(metric: MetricState, key: LineKey): RecordLine {
  const { lines } = metric;
  if (key.scope === 'board') return lines.board;
  const ofScope = key.scope === 'sector' ? lines.sectors : lines.units;
  return (ofScope[key.of] ??= { marks: [] });
}

/** The line of a scope as it stands; empty where nothing was posted. */
export function lineAt(metric: MetricState, key: LineKey): RecordLine {
  const { lines } = metric;
  if (key.scope === 'board') return lines.board;
  return (key.scope === 'sector' ? lines.sectors : lines.units)[key.of] ?? { marks: [] };
}
