import type { BookedBody, BookedTask } from './book.ts';

/**
 * What stands once a drive runs: dates, scoring and tasks. A name, the objectives, who takes part
 * and what walls show may change.
 */
export const fixedDriveFields = [
  'from',
  'to',
  'pledgesUntil',
  'reviewOn',
  'freezeAt',
  'graceHours',
  'scoring',
  'bonuses',
  'tieBreaks',
] as const;
export const fixedTaskFields = [
  'id',
  'metric',
  'aggregate',
  'baseline',
  'target',
  'weight',
] as const;
/** What a pledge was made for. */
export const pledgedTaskFields = ['metric', 'aggregate', 'baseline', 'target'] as const;

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
    return fixedTaskFields
      .filter((field) => task[field] !== other?.[field])
      .map((field) => `tasks.${at}.${field}`);
  });
}

/** No tie-breaks and an empty list of them are the same. */
function settled(body: BookedBody, field: (typeof fixedDriveFields)[number]): unknown {
  return field === 'tieBreaks' ? (body.tieBreaks ?? []) : body[field];
}

/** Paths in which a change touches what a running drive is decided by. */
export function changedFixedPaths(old: BookedBody, next: BookedBody): string[] {
  const changed: string[] = fixedDriveFields.filter(
    (field) => !isSameData(settled(old, field), settled(next, field)),
  );
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
    return pledgedTaskFields
      .filter((field) => task[field] !== other[field])
      .map((field) => `tasks.${at}.${field}`);
  });
}
