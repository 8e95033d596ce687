import type { ImportProblemCode } from '@emulation/shared';

/**
 * Everything that an import can say of a line: a stable code, what fills it, and an English sentence
 * for whoever calls the API. Pages say it by the code in the language of the reader.
 */
const sayings: Record<ImportProblemCode, string> = {
  cells: '{given} cells instead of {expected}',
  empty: 'must not be empty',
  'too-long': 'at most {most} characters',
  'control-characters': 'must not contain control characters',
  direction: 'must be "higher" or "lower"',
  'no-date': 'must be a date (2026-06-30) or an ISO time with an offset (2026-06-30T14:05:00Z)',
  future: 'lies in the future',
  'no-number': 'must be a decimal number such as "12.30"',
  'many-digits': 'at most {most} digits',
  'too-precise': 'has too many digits (15 at the most, {decimals} of them decimals)',
  'named-twice': '"{name}" is named twice',
  'many-partners': 'at most {most} partners',
  'own-partner': 'a unit cannot be its own partner',
  shares: 'the shares are more than the whole',
  'line-says': 'line {of} says "{says}"',
  'board-has': 'the metric on the board has "{has}"',
  ambiguous: 'several on the board are called "{name}": rename them first',
  'no-file-header': 'the file is empty: it has no header',
  'not-text': 'is not UTF-8 text: save the file as CSV in UTF-8',
  'many-lines': 'more than {most} results: split the file',
  semicolons: 'the columns are separated by semicolons; use commas',
  tabs: 'the columns are separated by tabs; use commas',
  header: 'wrong header: {faults}; expected {expected}',
  'new-name': '"{name}" is new to the board: say its {column}',
  'no-source': 'say where {column} comes from',
  'no-column': 'the file has no column "{name}" for {column}',
  'twin-column': 'the file has several columns "{name}"',
  'long-line': 'longer than {most} characters',
  'open-quote': 'the quote opened in column {column} is never closed',
  'open-quote-until':
    'the quote opened in column {column} is never closed before line {until}; reading goes on there',
  'stray-quote': 'column {column}: a cell with a quote in it must be quoted',
  'after-quote': 'column {column}: text after the closing quote',
  more: 'and {count} more problems',
  other: '{text}',
};

export interface Saying {
  code: ImportProblemCode;
  params?: Record<string, string | number>;
  message: string;
}

export function say(code: ImportProblemCode, params?: Record<string, string | number>): Saying {
  const message = sayings[code].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(params?.[name] ?? ''),
  );
  return params ? { code, params, message } : { code, message };
}

/** Texts of the schemas that routes and imports share, and what they are called here. */
const known: [RegExp, ImportProblemCode][] = [
  [/^must not be empty$/, 'empty'],
  [/^at most (?<most>\d+) characters$/, 'too-long'],
  [/control characters$/, 'control-characters'],
  [/^must be a date /, 'no-date'],
  [/^must be a decimal number/, 'no-number'],
  [/^at most (?<most>\d+) digits$/, 'many-digits'],
];

/** What a shared schema says of a cell. */
export function sayAs(text: string): Saying {
  for (const [form, code] of known) {
    const found = form.exec(text);
    if (found) return say(code, found.groups && { ...found.groups });
  }
  return say('other', { text });
}
