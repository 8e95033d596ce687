import type { Scope } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, holdersOf, stateOf, valueOf } from '../results/rows.ts';
import type { ProgressionMark, RecordRow } from '../views/row.ts';
import { isBreakthrough } from './breakthrough.ts';
import { compareMarks, standingPosition, type RecordLine } from './line.ts';
import { lineAt, rulesOf, type LineKey } from './scopes.ts';

const maxNamed = 20;

export interface RecordQuery {
  metric?: string | undefined;
  scope?: Scope | undefined;
  sector?: string | undefined;
  unit?: string | undefined;
  /** As it stood at this moment, ms since the epoch. */
  until?: number | undefined;
}

/** The marks of a line up to a moment: a line begins with what stood in it then. */
function marksUntil(metric: MetricState, line: RecordLine, until: number): RecordLine {
  const { at } = metric.results;
  const later = line.marks.findIndex((mark) => (at[mark] ?? 0) > until);
  return later < 0 ? line : { marks: line.marks.slice(0, later) };
}

/** Whether the mark at `position` beat the one before it by the metric's margin. */
export function brokeThrough(metric: MetricState, key: LineKey, position: number): boolean {
  if (key.scope === 'unit') return false;
  const { marks } = lineAt(metric, key);
  const [before, standing] = [marks[position - 1], marks[position]];
  const { value } = metric.results;
  if (before === undefined || standing === undefined) return false;
  return isBreakthrough(metric.metric, value[standing] ?? 0, value[before] ?? 0);
}

/** Whether the mark at `position` holds the record now: no better one follows it. */
export function standsAt(metric: MetricState, key: LineKey, position: number): boolean {
  return position >= standingPosition(lineAt(metric, key), rulesOf(metric, key.scope));
}

/** The standing record of one line, or `undefined` where nothing stands. */
export function recordRow(
  state: BoardState,
  metric: MetricState,
  key: LineKey,
  until = Infinity,
): RecordRow | undefined {
  const line = marksUntil(metric, lineAt(metric, key), until);
  const { marks } = line;
  const first = standingPosition(line, rulesOf(metric, key.scope));
  const standing = marks[first];
  if (standing === undefined) return undefined;
  const before = marks[first - 1];
  const equals = marks.length - 1 - first;
  const named = marks.slice(first + 1, first + 1 + maxNamed);
  return {
    metric: metric.metric.id,
    scope: key.scope,
    ...(key.scope === 'sector' ? { sector: idAt(state.sectorIndex, key.of) } : {}),
    ...(key.scope === 'unit' ? { unit: idAt(state.unitIndex, key.of) } : {}),
    value: valueOf(metric, standing),
    ...(before === undefined ? {} : { before: valueOf(metric, before) }),
    achievedAt: achievedAtOf(metric, standing),
    holders: holdersOf(state, metric, standing),
    result: resultIdAt(state, metric.results.seq[standing] ?? 0),
    state: stateOf(metric, standing),
    breakthrough: brokeThrough(metric, key, first),
    equalled: equals,
    equalledBy: [...new Set(named.flatMap((mark) => holdersOf(state, metric, mark)))],
  };
}

/** The lines a query asks for: each scope, each sector and unit, unless it names one. */
function keysFor(state: BoardState, { scope, sector, unit }: RecordQuery): LineKey[] {
  const keys: LineKey[] = [];
  const isWanted = (kind: Scope) => scope === undefined || scope === kind;
  const isFree = sector === undefined && unit === undefined;
  if (isWanted('board') && isFree) keys.push({ scope: 'board', of: 0 });
  if (isWanted('sector') && unit === undefined)
    for (const [id, of] of state.sectorIndex.indexes)
      if (sector === undefined || sector === id) keys.push({ scope: 'sector', of });
  if (isWanted('unit'))
    for (const [id, of] of state.unitIndex.indexes) {
      const inSector = sector === undefined || state.units.get(id)?.sector === sector;
      if ((unit === undefined || unit === id) && inSector) keys.push({ scope: 'unit', of });
    }
  return keys;
}

/** Standing records, metric by metric: the board's, the sectors', the units'. */
export function standingRecords(state: BoardState, query: RecordQuery): RecordRow[] {
  const metrics =
    query.metric === undefined ? [...state.metrics.values()] : [state.metrics.get(query.metric)];
  const keys = keysFor(state, query);
  return metrics.flatMap((metric) => {
    if (!metric) return [];
    return keys.flatMap((key) => recordRow(state, metric, key, query.until) ?? []);
  });
}

/** The line that a progression query names; `undefined` where sector or unit is not known. */
export function lineKeyOf(
  state: BoardState,
  query: { scope: Scope; sector?: string | undefined; unit?: string | undefined },
): LineKey | undefined {
  if (query.scope === 'board') return { scope: 'board', of: 0 };
  const of =
    query.scope === 'sector'
      ? state.sectorIndex.indexes.get(query.sector ?? '')
      : state.unitIndex.indexes.get(query.unit ?? '');
  return of === undefined ? undefined : { scope: query.scope, of };
}

/** The line of records of one metric in one scope, oldest first. */
export function progression(
  state: BoardState,
  query: {
    metric: string;
    scope: Scope;
    sector?: string | undefined;
    unit?: string | undefined;
  },
): ProgressionMark[] {
  const metric = state.metrics.get(query.metric);
  const key = lineKeyOf(state, query);
  if (!metric || !key) return [];
  const rules = rulesOf(metric, key.scope);
  const { marks } = lineAt(metric, key);
  return marks.map((mark, at) => {
    const before = marks[at - 1];
    const equals = before !== undefined && compareMarks(rules, mark, before) === 0;
    return {
      value: valueOf(metric, mark),
      achievedAt: achievedAtOf(metric, mark),
      kind: equals ? 'equalled' : 'new',
      holders: holdersOf(state, metric, mark),
      sector: idAt(state.sectorIndex, metric.results.sector[mark] ?? 0),
      result: resultIdAt(state, metric.results.seq[mark] ?? 0),
      state: stateOf(metric, mark),
    };
  });
}

/** The key under which topic `records` holds a line's row. */
export function recordKey(state: BoardState, metric: MetricState, key: LineKey): string {
  const of = key.scope === 'sector' ? idAt(state.sectorIndex, key.of) : '';
  return `${metric.metric.id}|${key.scope}|${of}`;
}
