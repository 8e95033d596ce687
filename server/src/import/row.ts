import {
  achievedAtSchema,
  dayNumber,
  decimalSchema,
  directionSchema,
  isCalendarDate,
  maxAheadMs,
  maxPartners,
  nameSchema,
  noteSchema,
  type Direction,
  type Zone,
} from '@emulation/shared';
import { columns, type Column, type ColumnOrder } from './column.ts';
import type { LineProblem } from './line-problem.ts';
import { say, sayAs, type Saying } from './saying.ts';

/** One line of the file, read and checked for itself. */
export interface ImportRow {
  line: number;
  sector: string;
  unit: string;
  metric: string;
  unitOfMeasure: string;
  direction: Direction;
  /** A date or a UTC time. */
  achievedAt: string;
  /** ms since the epoch; the first instant of the day where only the day is known. */
  at: number;
  value: string;
  /** Digits after the point, as written. */
  fractionDigits: number;
  partners: readonly string[];
  note?: string;
}

const maxUnitOfMeasure = 40;
const controlCharacter = /\p{Cc}/u;

type Cell<T> = { ok: true; value: T } | { ok: false; said: Saying };

const refused = (said: Saying): { ok: false; said: Saying } => ({ ok: false, said });

interface Schema<T> {
  safeParse(
    text: string,
  ): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } };
}

function parseWith<T>(schema: Schema<T>, text: string): Cell<T> {
  const parsed = schema.safeParse(text);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refused(sayAs(parsed.error.issues[0]?.message ?? 'is not valid'));
}

/** The same cell comes again on many lines: each distinct text is read once. */
function remember<T>(read: (text: string) => Cell<T>): (text: string) => Cell<T> {
  const known = new Map<string, Cell<T>>();
  return (text) => {
    let cell = known.get(text);
    if (!cell) known.set(text, (cell = read(text)));
    return cell;
  };
}

/** Names are compared in Unicode's composed form: an accent typed in two ways is one name. */
function readName(text: string): Cell<string> {
  return parseWith(nameSchema, text.normalize('NFC'));
}

function readUnitOfMeasure(text: string): Cell<string> {
  const value = text.trim().normalize('NFC');
  if (value.length > maxUnitOfMeasure) return refused(say('too-long', { most: maxUnitOfMeasure }));
  if (controlCharacter.test(value)) return refused(say('control-characters'));
  return { ok: true, value };
}

function readDirection(text: string): Cell<Direction> {
  const parsed = directionSchema.safeParse(text.trim());
  if (parsed.success) return { ok: true, value: parsed.data };
  return refused(say('direction'));
}

function achievedReader(zone: Zone, now: number) {
  const today = zone.dayAt(now);
  return (text: string): Cell<{ achievedAt: string; at: number }> => {
    const parsed = parseWith(achievedAtSchema, text.trim());
    if (!parsed.ok) return parsed;
    const achievedAt = parsed.value;
    const isDate = isCalendarDate(achievedAt);
    const at = isDate ? zone.startOfDay(dayNumber(achievedAt)) : Date.parse(achievedAt);
    const isFuture = isDate ? dayNumber(achievedAt) > today : at > now + maxAheadMs;
    if (isFuture) return refused(say('future'));
    return { ok: true, value: { achievedAt, at } };
  };
}

function readValue(text: string): Cell<{ value: string; fractionDigits: number }> {
  const parsed = parseWith(decimalSchema, text);
  if (!parsed.ok) return parsed;
  const fractionDigits = text.trim().split('.')[1]?.length ?? 0;
  return { ok: true, value: { value: parsed.value, fractionDigits } };
}

function readPartners(text: string): Cell<readonly string[]> {
  if (text.trim() === '') return { ok: true, value: [] };
  const names: string[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const name = readName(part);
    if (!name.ok) return name;
    if (names.includes(name.value)) return refused(say('named-twice', { name: name.value }));
    names.push(name.value);
  }
  if (names.length > maxPartners) return refused(say('many-partners', { most: maxPartners }));
  return { ok: true, value: names };
}

function readNote(text: string): Cell<string> {
  return text.trim() === '' ? { ok: true, value: '' } : parseWith(noteSchema, text);
}

export type RowOutcome = { kind: 'row'; row: ImportRow } | { kind: 'bad'; problems: LineProblem[] };

/** Makes the reader of one file's rows; `now` (ms) decides which dates are in the future. */
export function createRowReader(order: ColumnOrder, zone: Zone, now: number) {
  const name = remember(readName);
  const unitOfMeasure = remember(readUnitOfMeasure);
  const achieved = remember(achievedReader(zone, now));

  return (cells: readonly string[], line: number): RowOutcome => {
    if (cells.length !== columns.length)
      return {
        kind: 'bad',
        problems: [{ line, said: say('cells', { given: cells.length, expected: columns.length }) }],
      };
    const problems: LineProblem[] = [];
    const take = <T>(column: Column, read: (text: string) => Cell<T>): T | undefined => {
      const cell = read(cells[order[column]] ?? '');
      if (cell.ok) return cell.value;
      problems.push({ line, column, said: cell.said });
      return undefined;
    };
    const sector = take('sector', name);
    const unit = take('unit', name);
    const metric = take('metric', name);
    const measure = take('unit_of_measure', unitOfMeasure);
    const direction = take('direction', readDirection);
    const when = take('achieved_at', achieved);
    const value = take('value', readValue);
    const partners = take('partners', readPartners);
    const note = take('note', readNote);
    if (unit !== undefined && partners?.includes(unit))
      problems.push({ line, column: 'partners', said: say('own-partner') });
    if (problems.length > 0) return { kind: 'bad', problems };
    return {
      kind: 'row',
      // Without a problem every cell was read.
      row: {
        line,
        sector: sector!,
        unit: unit!,
        metric: metric!,
        unitOfMeasure: measure!,
        direction: direction!,
        ...when!,
        ...value!,
        partners: partners!,
        ...(note ? { note } : {}),
      },
    };
  };
}
