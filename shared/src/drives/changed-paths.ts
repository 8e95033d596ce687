import type { BookedBody, BookedTask } from './book.ts';

/** What stands once a drive runs: dates, scoring and tasks. A name or the objectives may change. */
const fixedFields = [
  'from',
  'to',
  'pledgesUntil',
  'reviewOn',
  'freezeAt',
  'graceHours',
  'scoring',
  'bonuses',
] as const;
const fixedInTask = ['id', 'metric', 'aggregate', 'baseline', 'target', 'weight'] as const;
/** What a pledge was made for. */
const pledgedInTask = ['metric', 'aggregate', 'baseline', 'target'] as const;

/** Whether two pieces of plain data say the same, in whatever order their fields are. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, two] = [Object.entries(a), new Map(Object.entries(b))];
  if (one.length !== two.size || Array.isArray(a) !== Array.isArray(b)) return false;
  return one.every(([key, value]) => two.has(key) && isSameData(value, two.get(key)));
}

function taskPaths(old: readonly BookedTask[], next: readonly BookedTask[]): string[] {
  if (old.length !== next.length) return ['tasks'];
  return old.flatMap((task, at) => {
    const other = next[at];
    return fixedInTask
      .filter((field) => task[field] !== other?.[field])
      .map((field) => `tasks.${at}.${field}`);
  });
}

/** Paths in which a change touches what a running drive is decided by. */
export function changedFixedPaths(old: BookedBody, next: BookedBody): string[] {
  const changed: string[] = fixedFields.filter((field) => !isSameData(old[field], next[field]));
  if (!isSameData(old.tieBreaks ?? [], next.tieBreaks ?? [])) changed.push('tieBreaks');
  return [...changed, ...taskPaths(old.tasks, next.tasks)];
}

/** Paths in which a change moves a plan that some unit has pledged to. */
export function changedPledgedPaths(
  old: BookedBody,
  next: BookedBody,
  pledges: Iterable<Record<string, string>>,
): string[] {
  const pledged = new Set([...pledges].flatMap((tasks) => Object.keys(tasks)));
  return old.tasks.flatMap((task) => {
    if (!pledged.has(task.id)) return [];
    const at = next.tasks.findIndex(({ id }) => id === task.id);
    const other = next.tasks[at];
    if (!other) return ['tasks'];
    return pledgedInTask
      .filter((field) => task[field] !== other[field])
      .map((field) => `tasks.${at}.${field}`);
  });
}
