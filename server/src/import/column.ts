import { say, type Saying } from './saying.ts';

export const columns = [
  'sector',
  'unit',
  'metric',
  'unit_of_measure',
  'direction',
  'achieved_at',
  'value',
  'partners',
  'note',
] as const;
export type Column = (typeof columns)[number];

/** Where each column stands in a record. */
export type ColumnOrder = Record<Column, number>;

export type HeaderOutcome =
  | { kind: 'header'; order: ColumnOrder }
  | { kind: 'refused'; said: Saying };

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 40)));
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}

function otherSeparator(cells: readonly string[]): Saying | undefined {
  const text = cells.join(',');
  for (const [separator, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)
    if (cells.length < columns.length && text.split(separator).length >= columns.length - 1)
      return say(name);
  return undefined;
}

/** Reads the header: exactly the nine columns, in any order. */
export function readHeader(cells: readonly string[]): HeaderOutcome {
  const names = cells.map((cell) => cell.trim());
  const separator = otherSeparator(names);
  if (separator) return { kind: 'refused', said: separator };
  const known = new Set<string>(columns);
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !known.has(name));
  const doubled = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  const found = { missing: listed(missing), unknown: listed(unknown), doubled: listed(doubled) };
  const faults = [
    ...(missing.length > 0 ? [`missing ${found.missing}`] : []),
    ...(unknown.length > 0 ? [`unknown ${found.unknown}`] : []),
    ...(doubled.length > 0 ? [`more than once ${found.doubled}`] : []),
  ].join('; ');
  const expected = columns.join(',');
  if (faults !== '')
    return { kind: 'refused', said: say('header', { faults, expected, ...found }) };
  // Every column was found exactly once above, so that the object is whole.
  const order = Object.fromEntries(
    columns.map((column) => [column, names.indexOf(column)]),
  ) as ColumnOrder;
  return { kind: 'header', order };
}
