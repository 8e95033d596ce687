import type { BoardState } from '@emulation/shared';
import { columns, type Column } from './column.ts';
import type { LineProblem } from './line-problem.ts';
import { say } from './saying.ts';

/** What a mapping need not name: the board knows it of its units and metrics. */
const ofBoard = ['sector', 'unit_of_measure', 'direction'] as const satisfies readonly Column[];
type OfBoard = (typeof ofBoard)[number];

export const isOfBoard = (column: Column): column is OfBoard =>
  ofBoard.some((one) => one === column);

const at = (column: Column) => columns.indexOf(column);
const plain = (name: string) => name.trim().normalize('NFC');

/** By name. That several things have one name is a problem of its own: see `ambiguous`. */
type Known = Map<string, Partial<Record<OfBoard, string>>>;

function knownOf({ units, sectors, metrics }: BoardState): Record<'unit' | 'metric', Known> {
  const known = { unit: new Map() as Known, metric: new Map() as Known };
  for (const { name, sector } of units.values())
    known.unit.set(plain(name), { sector: sectors.get(sector)?.name ?? sector });
  for (const { metric } of metrics.values()) {
    const { name, unitOfMeasure, direction } = metric;
    known.metric.set(plain(name), { unit_of_measure: unitOfMeasure, direction });
  }
  return known;
}

/**
 * Writes into the cells of a line, which stand in the order of `columns`, what the file leaves to
 * the board; whatever is new to the board has nothing to be taken from, and must be told.
 */
export function cellsFiller(state: BoardState, mapped: Partial<Record<Column, unknown>>) {
  const left = ofBoard.filter((column) => mapped[column] === undefined);
  const known = knownOf(state);
  return (cells: string[], line: number): LineProblem[] =>
    left.flatMap((column) => {
      const of = column === 'sector' ? 'unit' : 'metric';
      const name = plain(cells[at(of)] ?? '');
      const told = known[of].get(name)?.[column];
      if (told !== undefined) cells[at(column)] = told;
      // A name that is missing is a problem of its own, and some metrics have no unit of measure.
      const isFine = told !== undefined || name === '' || column === 'unit_of_measure';
      return isFine ? [] : [{ line, column, said: say('new-name', { name, column }) }];
    });
}
