import type { Drafted, FactProblem } from '../board/fact-problem.ts';
import type { BoardState } from '../board/state.ts';
import { drivesUnderWay } from '../drives/queries.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { MergerBody, Retirable } from '../vocabulary/lifecycle.ts';
import { workedTogether } from './merge.ts';

type Retirement = FactOf<'vocabulary.retired'> | FactOf<'vocabulary.restored'>;

interface Part {
  what: Retirable;
  id: string;
}

const unknownKinds = {
  sector: 'unknown-sector',
  unit: 'unknown-unit',
  metric: 'unknown-metric',
} as const;

const problem = (kind: FactProblem['kind'], path: string, message: string): FactProblem => ({
  kind,
  path,
  message,
});

function partOf(state: BoardState, { what, id }: Part) {
  if (what === 'sector') return state.sectors.get(id);
  return what === 'unit' ? state.units.get(id) : state.metrics.get(id)?.metric;
}

/** Why something may not be retired as the board stands. */
function usesOf(state: BoardState, { what, id }: Part): FactProblem[] {
  if (what === 'sector')
    return [...state.units.values()]
      .filter(({ sector, retired }) => sector === id && retired === undefined)
      .slice(0, 1)
      .map(({ name }) =>
        problem('in-use', 'sector', `unit "${name}" is in it: move or retire its units first`),
      );
  if (what !== 'metric') return [];
  return drivesUnderWay(state, id)
    .slice(0, 1)
    .map(({ body }) =>
      problem('in-use', 'metric', `drive "${body.name}" counts it: close it first`),
    );
}

/** Retires a sector, unit or metric, or offers it again; `undefined`: it is so already. */
export function draftRetirement(
  state: BoardState,
  part: Part,
  { retire, reason }: { retire: boolean; reason?: string | undefined },
): Drafted<Retirement> | undefined {
  const { what, id } = part;
  const found = partOf(state, part);
  if (!found)
    return { kind: 'problems', problems: [problem(unknownKinds[what], 'id', `no such ${what}`)] };
  const into = what === 'unit' ? state.units.get(id)?.mergedInto : undefined;
  if (into !== undefined) {
    const message = `the unit was merged into "${into}"`;
    return { kind: 'problems', problems: [problem('merged', what, message)] };
  }
  if ((found.retired !== undefined) === retire) return undefined;
  if (!retire) return { kind: 'fact', fact: { type: 'vocabulary.restored', what, id } };
  const problems = usesOf(state, part);
  if (problems.length > 0) return { kind: 'problems', problems };
  const said = reason === undefined ? {} : { reason };
  return { kind: 'fact', fact: { type: 'vocabulary.retired', what, id, ...said } };
}

/** Makes one unit of two, or says why they are two. */
export function draftMerger(
  state: BoardState,
  id: string,
  { into, reason }: MergerBody,
): Drafted<FactOf<'unit.merged'>> {
  const [from, to] = [state.units.get(id), state.units.get(into)];
  const problems: FactProblem[] = [];
  if (!from) problems.push(problem('unknown-unit', 'id', 'no such unit'));
  if (!to) problems.push(problem('unknown-unit', 'into', `no unit "${into}"`));
  if (id === into) problems.push(problem('invalid', 'into', 'a unit cannot go into itself'));
  if (from?.mergedInto !== undefined)
    problems.push(problem('merged', 'id', `it was merged into "${from.mergedInto}" already`));
  if (to?.retired !== undefined)
    problems.push(problem('retired', 'into', `unit "${to.name}" is not in use any more`));
  const [own, other] = [id, into].map((each) => state.unitIndex.indexes.get(each) ?? -1);
  const together = [...state.metrics.values()].find((metric) =>
    workedTogether(metric, own ?? -1, other ?? -1),
  );
  if (together && problems.length === 0)
    problems.push(
      problem('in-use', 'into', `both share results in "${together.metric.name}": they are two`),
    );
  if (problems.length > 0) return { kind: 'problems', problems };
  const said = reason === undefined ? {} : { reason };
  return { kind: 'fact', fact: { type: 'unit.merged', id, into, ...said } };
}

/** What stands against posting for a unit, or in a metric, that is not offered any more. */
export function retiredProblems(
  state: BoardState,
  { unit, metric, partners = [] }: { unit: string; metric: string; partners?: readonly string[] },
): FactProblem[] {
  const unitProblem = (id: string, path: string): FactProblem[] => {
    const found = state.units.get(id);
    if (found?.retired === undefined) return [];
    const message =
      found.mergedInto === undefined
        ? `unit "${id}" is retired`
        : `unit "${id}" was merged into "${found.mergedInto}": name that one`;
    return [problem('retired', path, message)];
  };
  const isOver = state.metrics.get(metric)?.metric.retired !== undefined;
  return [
    ...unitProblem(unit, 'unit'),
    ...partners.flatMap((id, at) => unitProblem(id, `partners.${at}.unit`)),
    ...(isOver ? [problem('retired', 'metric', `metric "${metric}" is retired`)] : []),
  ];
}
