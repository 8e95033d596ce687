import type { Difference } from './differences.ts';
import { fieldWords, type EditedForm, type FieldWords, type ValueKind } from './field-words.ts';

export type NamedKind = Extract<
  ValueKind,
  'unit' | 'sector' | 'metric' | 'drive' | 'playlist' | 'experience'
>;

/** What the words need to know of the reader and of the board. */
export interface Reading {
  /** The words of a key; `undefined` where there are none. */
  say: (key: string, values?: Record<string, string>) => string | undefined;
  nameOf: (kind: NamedKind, id: string) => string;
  weekday: (day: number) => string;
  time: (at: string) => string;
  language: (code: string) => string;
  list: (words: readonly string[]) => string;
}

export interface ReadableDifference {
  id: string;
  label: string;
  mine: string;
  theirs: string;
}

interface Place {
  words: FieldWords;
  /** The list it stands in, and where in it. */
  within?: { label: string; at: string };
}

function placeOf(kind: EditedForm, path: readonly string[]): Place | undefined {
  const fields = fieldWords[kind];
  const exact = fields[path.join('.')];
  if (exact) return { words: exact };
  const [list = '', at = '', ...rest] = path;
  const words = fields[[list, '*', ...rest].join('.')];
  const label = fields[list]?.label;
  if (!words || label === undefined) return undefined;
  const number = Number(at);
  return { words, within: { label, at: Number.isInteger(number) ? String(number + 1) : at } };
}

function valueWords(kind: ValueKind, value: string, reading: Reading): string {
  const { say } = reading;
  if (typeof kind === 'object')
    // A key of one word, and where the form has one choice for two fields the rest of its key.
    return say(`${kind.words}.${value}`) ?? say(`${kind.words}-${value}`) ?? value;
  switch (kind) {
    case 'unit':
    case 'sector':
    case 'metric':
    case 'drive':
    case 'playlist':
    case 'experience':
      return reading.nameOf(kind, value);
    case 'yesNo':
      return say(value === 'true' || value === '1' ? 'editing:yes' : 'editing:no') ?? value;
    case 'weekday':
      return reading.weekday(Number(value));
    case 'time':
      return reading.time(value);
    case 'language':
      return reading.language(value);
    case 'secret':
      return say('editing:hidden') ?? '';
    case 'tieBreak': {
      const [rule = '', metric = ''] = value.split(':');
      return say(`wizard:scoring.${rule}`, { metric: reading.nameOf('metric', metric) }) ?? value;
    }
    case 'text':
      return value;
  }
}

/**
 * A difference in the words of the form it was written in. Nothing where the form has no such field:
 * the server keeps more with a thing than a steward writes.
 */
export function readDifference(
  kind: EditedForm,
  { path, mine, theirs }: Difference,
  reading: Reading,
): ReadableDifference | undefined {
  const place = placeOf(kind, path);
  if (!place) return undefined;
  const { words, within } = place;
  const own = reading.say(words.label) ?? path.join(' ');
  const read = (values: readonly string[]) =>
    reading.list(values.map((value) => valueWords(words.value, value, reading)));
  const label = within ? `${reading.say(within.label) ?? ''} ${within.at} · ${own}` : own;
  return { id: path.join(' '), label, mine: read(mine), theirs: read(theirs) };
}
