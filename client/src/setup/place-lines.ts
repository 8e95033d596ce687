import { parse } from 'csv-parse/browser/esm/sync';
import type { PlaceRow } from './setup-form.ts';

export const maxPlaces = 1000;
const maxNameLetters = 200;

/** What is wrong with a line; its words are `places.problem.<kind>`. */
export type PlaceProblem = 'no-unit' | 'too-long' | 'twice';

const separators = ['\t', ';', ','] as const;

/** The sign between cells: the first of tab, semicolon and comma that most lines hold. */
export function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const held = (sign: string) => lines.filter((line) => line.includes(sign)).length;
  return separators.find((sign) => held(sign) * 2 >= lines.length && held(sign) > 0) ?? '\t';
}

/** Cells of a text that was typed, pasted from a spreadsheet, or read from a CSV file. */
function cellsOf(text: string): string[][] {
  return parse(text, {
    delimiter: separatorOf(text),
    bom: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
}

const plain = (cell: string) => cell.trim().toLowerCase();

/**
 * Sector and unit of every line. A line of one cell is a unit; where the sector is left out, it is
 * that of the line before, as in a spreadsheet whose cells are joined. A first line of `headings`
 * alone is left out.
 */
export function readPlaces(
  rows: readonly (readonly string[])[],
  { headings, fallback }: { headings: readonly string[]; fallback: string },
): PlaceRow[] {
  const known = new Set(headings.map(plain));
  const isHead = rows[0]?.some((cell) => cell !== '') && rows[0].every((c) => known.has(plain(c)));
  let sector = fallback;
  return rows.slice(isHead ? 1 : 0).map((cells) => {
    const [first = '', second] = cells;
    if (second !== undefined && first.trim() !== '') sector = first.trim();
    return { sector, unit: (second ?? first).trim() };
  });
}

export function parsePlaces(
  text: string,
  words: { headings: readonly string[]; fallback: string },
): PlaceRow[] {
  return text.trim() === '' ? [] : readPlaces(cellsOf(text), words);
}

/** The lines of a text that reads back as these rows. */
export function placesText(rows: readonly PlaceRow[]): string {
  const cell = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  return rows.map(({ sector, unit }) => `${cell(sector)}\t${cell(unit)}`).join('\n');
}

/** One answer for every line, in its order; nothing where it can stand. */
export function placeProblems(rows: readonly PlaceRow[]): (PlaceProblem | undefined)[] {
  const seen = new Set<string>();
  return rows.map(({ sector, unit }) => {
    if (unit.trim() === '') return 'no-unit';
    if (unit.length > maxNameLetters || sector.length > maxNameLetters) return 'too-long';
    const id = JSON.stringify([plain(sector), plain(unit)]);
    if (seen.has(id)) return 'twice';
    seen.add(id);
    return undefined;
  });
}
