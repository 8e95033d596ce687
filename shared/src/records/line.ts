import { achievedBefore, type ResultColumns } from '../results/columns.ts';

/**
 * The line of records of one metric in one scope: indexes of the results that stand in it, in the
 * order of achievement. Each is at least as good as the one before, so the values never worsen; a
 * mark equal to its predecessor equalled the record, any other broke it.
 *
 * A result that is added later but was achieved earlier never needs one that is not in the line:
 * whatever equals or beats it afterwards had to beat the record of its time, and so is a mark.
 */
export interface RecordLine {
  marks: number[];
}

export interface LineRules {
  columns: ResultColumns;
  /** 1 where higher values are better, -1 where lower ones are. */
  sign: 1 | -1;
  /** Only the best mark of a calendar day stands. */
  perDay: boolean;
  /** Indexes of the units that hold a mark; in a unit's line every mark is that unit's alone. */
  holdersOf(mark: number): readonly number[];
}

/** What a result did to a line. `previous` is the mark it broke or equalled. */
export interface Placing {
  how: 'broken' | 'equalled';
  previous: number | undefined;
  /** It holds the record now, not only in its time. */
  standing: boolean;
}

/** Above 0 when result `a` is better than result `b`. */
export function compareMarks(rules: LineRules, a: number, b: number): number {
  const { columns, sign } = rules;
  return ((columns.value[a] ?? 0) - (columns.value[b] ?? 0)) * sign;
}

/** Position of the first mark for which `reached` holds; it must hold from there on. */
function firstMark(marks: readonly number[], reached: (mark: number) => boolean): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The position lies within the array.
    if (reached(marks[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Position of the first mark of the value that stands; -1 in an empty line. */
export function standingPosition({ marks }: RecordLine, rules: LineRules): number {
  const last = marks.at(-1);
  if (last === undefined) return -1;
  return firstMark(marks, (mark) => compareMarks(rules, mark, last) >= 0);
}

/** The first mark of the value that stands, or `undefined` in an empty line. */
export function standingMark(line: RecordLine, rules: LineRules): number | undefined {
  return line.marks[standingPosition(line, rules)];
}

/** The first mark of the run of equal values that the mark at `position` belongs to. */
function originOf(line: RecordLine, rules: LineRules, position: number): number | undefined {
  const mark = line.marks[position];
  if (mark === undefined) return undefined;
  return line.marks[firstMark(line.marks, (other) => compareMarks(rules, other, mark) >= 0)];
}

/** Whether result `index` is a mark in the line. */
export function holdsMark(line: RecordLine, rules: LineRules, index: number): boolean {
  const position = firstMark(
    line.marks,
    (mark) => mark === index || !achievedBefore(rules.columns, mark, index),
  );
  return line.marks[position] === index;
}

/** What most results meet: the record stood already, and is better. */
function isOutdone({ marks }: RecordLine, rules: LineRules, index: number): boolean {
  const last = marks[marks.length - 1];
  if (last === undefined || compareMarks(rules, index, last) >= 0) return false;
  return achievedBefore(rules.columns, last, index);
}

/** Puts result `index` where it belongs, and takes out the marks that it outdoes. */
export function placeMark(line: RecordLine, rules: LineRules, index: number): Placing | undefined {
  if (isOutdone(line, rules, index)) return undefined;
  const spot = rules.perDay ? findDaySpot(line, rules, index) : findSpot(line, rules, index);
  if (!spot) return undefined;
  const { marks } = line;
  const previous = originOf(line, rules, spot.previous);
  if (spot.outdone > 0) marks.splice(spot.outdoneFrom, spot.outdone);
  marks.splice(spot.position, 0, index);
  if (rules.perDay) removeRepeatedAfter(line, rules, spot.position);
  removeOutdoneAfter(line, rules, spot.position);
  const before = marks[spot.position - 1];
  const last = marks.at(-1) ?? index;
  return {
    how: before !== undefined && compareMarks(rules, index, before) === 0 ? 'equalled' : 'broken',
    previous,
    standing: compareMarks(rules, index, last) === 0,
  };
}

interface Spot {
  position: number;
  /** Position (before anything is taken out) of the mark it is compared with. */
  previous: number;
  outdoneFrom: number;
  outdone: number;
}

function findSpot(line: RecordLine, rules: LineRules, index: number): Spot | undefined {
  const { marks } = line;
  const position = firstMark(marks, (mark) => achievedBefore(rules.columns, index, mark));
  const before = marks[position - 1];
  if (before !== undefined && compareMarks(rules, index, before) < 0) return undefined;
  return { position, previous: position - 1, outdoneFrom: position, outdone: 0 };
}

function findDaySpot(line: RecordLine, rules: LineRules, index: number): Spot | undefined {
  const { marks } = line;
  const { columns } = rules;
  const day = columns.day[index] ?? 0;
  const from = firstMark(marks, (mark) => (columns.day[mark] ?? 0) >= day);
  const to = firstMark(marks, (mark) => (columns.day[mark] ?? 0) > day);
  const before = marks[from - 1];
  if (before !== undefined && compareMarks(rules, index, before) < 0) return undefined;
  const ofDay = marks[from];
  if (ofDay === undefined || from === to)
    return { position: from, previous: from - 1, outdoneFrom: from, outdone: 0 };
  const comparison = compareMarks(rules, index, ofDay);
  if (comparison < 0) return undefined;
  if (comparison > 0)
    return { position: from, previous: from, outdoneFrom: from, outdone: to - from };
  return findEqualOfDay(line, rules, index, { from, to });
}

/** Whether each holder of `index` holds one of the equal marks from `from` up to `to` already. */
function isRepeated(
  { marks }: RecordLine,
  rules: LineRules,
  index: number,
  range: { from: number; to: number },
): boolean {
  const isHeldBy = (unit: number) => {
    for (let at = range.from; at < range.to; at++)
      // The range lies within the array.
      if (rules.holdersOf(marks[at] as number).includes(unit)) return true;
    return false;
  };
  return rules.holdersOf(index).every(isHeldBy);
}

/** An equal mark of the day stands where one of its units holds no earlier one of that day. */
function findEqualOfDay(
  line: RecordLine,
  rules: LineRules,
  index: number,
  { from, to }: { from: number; to: number },
): Spot | undefined {
  const { marks } = line;
  let position = from;
  while (position < to && achievedBefore(rules.columns, marks[position] ?? 0, index)) position++;
  if (isRepeated(line, rules, index, { from, to: position })) return undefined;
  return { position, previous: position - 1, outdoneFrom: position, outdone: 0 };
}

/** Later equal marks of the day whose units all hold one by now do not stand any more. */
function removeRepeatedAfter(line: RecordLine, rules: LineRules, position: number): void {
  const { marks } = line;
  const { columns } = rules;
  const index = marks[position] ?? 0;
  const isOfRun = (mark: number | undefined) =>
    mark !== undefined &&
    columns.day[mark] === columns.day[index] &&
    compareMarks(rules, mark, index) === 0;
  let from = position;
  while (isOfRun(marks[from - 1])) from--;
  const own = rules.holdersOf(index);
  for (let at = position + 1; isOfRun(marks[at]); at++) {
    // In the run, as just seen.
    const mark = marks[at] as number;
    if (!rules.holdersOf(mark).some((unit) => own.includes(unit))) continue;
    if (isRepeated(line, rules, mark, { from, to: at })) marks.splice(at--, 1);
  }
}

/** Later marks that the one at `position` outdoes are no records any more. */
function removeOutdoneAfter(line: RecordLine, rules: LineRules, position: number): void {
  const { marks } = line;
  const index = marks[position];
  if (index === undefined) return;
  let end = position + 1;
  for (let mark = marks[end]; mark !== undefined; mark = marks[++end])
    if (compareMarks(rules, mark, index) >= 0) break;
  if (end > position + 1) marks.splice(position + 1, end - position - 1);
}
