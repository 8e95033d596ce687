import { dayNumber } from '../calendar/date.ts';
import type { Drafted, FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import { parseTieBreaks } from '../rankings/tie-break.ts';
import type { DriveBody, DriveTask } from '../vocabulary/drive.ts';
import { compareRationals, readDecimal, subtract } from '../vocabulary/rational.ts';
import type { BookedBody, Drive } from './book.ts';
import { changedFixedPaths, changedPledgedPaths } from './changed-paths.ts';
import { isBeforeStart } from './states.ts';
import { driveTimes } from './times.ts';

const invalid = (path: string, message: string): FactProblem => ({
  kind: 'invalid',
  path,
  message,
});

function checkDates(state: BoardState, body: DriveBody): FactProblem[] {
  const problems: FactProblem[] = [];
  const { from, to, pledgesUntil, reviewOn } = body;
  if (dayNumber(to) < dayNumber(from)) return [invalid('to', 'the drive ends before it starts')];
  if (dayNumber(to) - dayNumber(from) > 3660) problems.push(invalid('to', 'at most ten years'));
  const times = driveTimes(state.zone, body);
  if (pledgesUntil !== undefined && dayNumber(pledgesUntil) > dayNumber(to))
    problems.push(invalid('pledgesUntil', 'lies after the end of the drive'));
  if (reviewOn !== undefined && (reviewOn <= from || reviewOn > to))
    problems.push(invalid('reviewOn', 'must lie after the first day and not after the last'));
  if (times.freezes !== undefined) {
    if (times.freezes <= times.starts || times.freezes > times.ends)
      problems.push(invalid('freezeAt', 'must lie within the drive'));
    else if (times.review !== undefined && times.freezes <= times.review)
      problems.push(invalid('freezeAt', 'must lie after the review begins'));
  }
  return problems;
}

function checkTask(state: BoardState, task: DriveTask, path: string): FactProblem[] {
  const problems: FactProblem[] = [];
  const metric = state.metrics.get(task.metric)?.metric;
  const plan = subtract(readDecimal(task.target), readDecimal(task.baseline));
  if (!metric)
    problems.push({
      kind: 'unknown-metric',
      path: `${path}.metric`,
      message: `no metric "${task.metric}" on this board`,
    });
  if (plan.num === 0n)
    problems.push(invalid(`${path}.target`, 'must not be equal to the baseline'));
  else if (metric && plan.num > 0n !== (metric.direction === 'higher'))
    problems.push(
      invalid(`${path}.target`, `must be better than the baseline (${metric.direction} is better)`),
    );
  if (readDecimal(task.weight).num <= 0n)
    problems.push(invalid(`${path}.weight`, 'must be above 0'));
  return problems;
}

function checkTasks(state: BoardState, tasks: BookedBody['tasks']): FactProblem[] {
  const ids = new Set<string>();
  const measured = new Set<string>();
  return tasks.flatMap((task, at) => {
    const path = `tasks.${at}`;
    const problems = checkTask(state, task, path);
    if (ids.has(task.id)) problems.push(invalid(`${path}.id`, 'is the id of another task'));
    ids.add(task.id);
    const measure = `${task.metric} ${task.aggregate}`;
    if (measured.has(measure))
      problems.push(invalid(`${path}.metric`, 'another task has this metric and aggregate'));
    measured.add(measure);
    return problems;
  });
}

function checkScoring({ scoring }: DriveBody): FactProblem[] {
  if (scoring.kind !== 'placing') return [];
  return scoring.points.flatMap((points, at) => {
    const before = scoring.points[at - 1];
    const rises =
      before !== undefined && compareRationals(readDecimal(points), readDecimal(before)) > 0;
    return rises ? [invalid(`scoring.points.${at}`, 'is more than the place before gets')] : [];
  });
}

function checkTieBreaks(state: BoardState, { tieBreaks = [] }: DriveBody): FactProblem[] {
  return tieBreaks.flatMap((text, at): FactProblem[] => {
    const path = `tieBreaks.${at}`;
    const [tieBreak, ...more] = parseTieBreaks(text) ?? [];
    if (!tieBreak || more.length > 0)
      return [invalid(path, 'must be `countback:<metric>` or `earliest`')];
    if (tieBreak.kind === 'earliest' || state.metrics.has(tieBreak.metric)) return [];
    return [{ kind: 'unknown-metric', path, message: `no metric "${tieBreak.metric}"` }];
  });
}

function checkEligible(state: BoardState, { eligible }: DriveBody): FactProblem[] {
  const { sectors, units, except = [] } = eligible ?? {};
  const problems: FactProblem[] = [];
  if (sectors?.length === 0 && !units?.length)
    problems.push(invalid('eligible.sectors', 'nobody would take part'));
  else if (units?.length === 0 && !sectors?.length)
    problems.push(invalid('eligible.units', 'nobody would take part'));
  for (const [at, sector] of (sectors ?? []).entries())
    if (!state.sectors.has(sector))
      problems.push({
        kind: 'unknown-sector',
        path: `eligible.sectors.${at}`,
        message: `no sector "${sector}" on this board`,
      });
  for (const [field, ids] of [
    ['units', units ?? []],
    ['except', except],
  ] as const)
    for (const [at, unit] of ids.entries())
      if (!state.units.has(unit))
        problems.push({
          kind: 'unknown-unit',
          path: `eligible.${field}.${at}`,
          message: `no unit "${unit}" on this board`,
        });
  return problems;
}

function checkChange(existing: Drive, body: BookedBody): FactProblem[] {
  if (existing.state === 'finalised')
    return [{ kind: 'drive-state', path: 'id', message: 'the drive is finalised' }];
  if (!isBeforeStart(existing.state))
    return changedFixedPaths(existing.body, body).map((path) => ({
      kind: 'drive-fixed',
      path,
      message: 'cannot change once the drive runs',
    }));
  return changedPledgedPaths(existing.body, body, existing.pledges.values()).map((path) => ({
    kind: 'drive-fixed',
    path,
    message: 'cannot change once a unit has pledged',
  }));
}

/** The aggregate of a task is settled when it is written, and stands whatever its metric becomes. */
function settleTasks(state: BoardState, body: DriveBody, existing: Drive | undefined): BookedBody {
  const tasks = body.tasks.map((task) => {
    const old = existing?.body.tasks.find(({ id }) => id === task.id);
    const settled = old?.metric === task.metric ? old.aggregate : undefined;
    const own = state.metrics.get(task.metric)?.metric.aggregate ?? 'best';
    return { ...task, aggregate: task.aggregate ?? settled ?? own };
  });
  return { ...body, tasks };
}

/** Makes the fact that writes or changes a drive, or says everything that is wrong with it. */
export function draftDrive(
  state: BoardState,
  id: string,
  body: DriveBody,
): Drafted<FactOf<'drive.put'> & { tasks: BookedBody['tasks'] }> {
  const existing = state.books.drives.get(id);
  const settled = settleTasks(state, body, existing);
  const problems = [
    ...checkDates(state, body),
    ...checkTasks(state, settled.tasks),
    ...checkScoring(body),
    ...checkTieBreaks(state, body),
    ...checkEligible(state, body),
    ...(existing ? checkChange(existing, settled) : []),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'drive.put', id, ...settled } };
}
