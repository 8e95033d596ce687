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
  | { kind: 'refused'; message: string };

const expected = `expected ${columns.join(',')}`;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 40)));
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}

function otherSeparator(cells: readonly string[]): string | undefined {
  const text = cells.join(',');
  for (const [separator, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)
    if (cells.length < columns.length && text.split(separator).length >= columns.length - 1)
      return `the columns are separated by ${name}; use commas`;
  return undefined;
}

/** Reads the header: exactly the nine columns, in any order. */
export function readHeader(cells: readonly string[]): HeaderOutcome {
  const names = cells.map((cell) => cell.trim());
  const separator = otherSeparator(names);
  if (separator) return { kind: 'refused', message: separator };
  const known = new Set<string>(columns);
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !known.has(name));
  const doubled = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  const faults = [
    ...(missing.length > 0 ? [`missing ${listed(missing)}`] : []),
    ...(unknown.length > 0 ? [`unknown ${listed(unknown)}`] : []),
    ...(doubled.length > 0 ? [`more than once ${listed(doubled)}`] : []),
  ];
  if (faults.length > 0)
    return { kind: 'refused', message: `wrong header: ${faults.join('; ')}; ${expected}` };
  // Every column was found exactly once above, so that the object is whole.
  const order = Object.fromEntries(
    columns.map((column) => [column, names.indexOf(column)]),
  ) as ColumnOrder;
  return { kind: 'header', order };
}
