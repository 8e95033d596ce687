import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { BoardState, Zone } from '@emulation/shared';
import { columns, readHeader, type ColumnOrder } from './column.ts';
import { CsvReader } from './csv.ts';
import { arrangeBy, plainShape, type FileShape } from './file-shape.ts';
import { cellsFiller } from './known-cells.ts';
import { ProblemList, type LineProblem } from './line-problem.ts';
import { say, type Saying } from './saying.ts';
import { createRowReader, type ImportRow, type RowOutcome } from './row.ts';

export const maxImportBytes = 64 * 1024 * 1024;
/** Results one file may hold: all of them wait in memory for the one append. */
export const maxImportRows = 1_000_000;
/** Bytes handled between two turns of the event loop. */
const sliceBytes = 65_536;
const maxNamedColumns = 200;

/** Where columns stand once a mapping has arranged them. */
const ownOrder = Object.fromEntries(columns.map((column, at) => [column, at])) as ColumnOrder; // all of them

export interface ImportFile {
  /** The columns that the file has, as it names them. */
  header: string[];
  rows: ImportRow[];
  /** Records after the header, bad ones included. */
  lines: number;
  problems: ProblemList;
}

export type FileOutcome =
  | { kind: 'read'; file: ImportFile }
  | { kind: 'too-large' }
  /** The sender went away before the end. */
  | { kind: 'cut-off' };

/** What must be told is told once, beside whatever else is wrong with the line. */
function withUntold(outcome: RowOutcome, untold: readonly LineProblem[]): RowOutcome {
  if (untold.length === 0) return outcome;
  const found = outcome.kind === 'bad' ? outcome.problems : [];
  const others = found.filter(({ column }) => !untold.some((one) => one.column === column));
  return { kind: 'bad', problems: [...untold, ...others] };
}

/** Reads one file's text into checked rows; nothing outside it is looked at. */
export class FileReader {
  readonly file: ImportFile;
  private readonly csv: CsvReader;
  private readonly decoder = new TextDecoder('utf-8');
  private readonly zone: Zone;
  private readonly now: number;
  private readonly shape: FileShape;
  private readonly board: BoardState | undefined;
  private readRow: ((cells: readonly string[], line: number) => RowOutcome) | undefined;
  private refused = false;

  constructor(
    zone: Zone,
    now: number,
    { shape = plainShape, board, maxProblems }: ReadOptions = {},
  ) {
    const problems = new ProblemList(maxProblems);
    this.file = { header: [], rows: [], lines: 0, problems };
    this.shape = shape;
    this.board = board;
    this.zone = zone;
    this.now = now;
    const listener = {
      record: (cells: string[], line: number) => this.takeRecord(cells, line),
      broken: (line: number, said: Saying) => this.takeBroken(line, said),
    };
    this.csv = new CsvReader(listener, shape.separator);
  }

  /** False: reading on would tell nothing more. */
  write(bytes: Uint8Array): boolean {
    if (!this.refused) this.csv.write(this.decoder.decode(bytes, { stream: true }));
    return !this.refused;
  }

  end(): ImportFile {
    if (!this.refused) this.csv.write(this.decoder.decode());
    if (!this.refused) this.csv.end();
    if (!this.readRow && !this.refused) this.refuse(1, say('no-file-header'));
    return this.file;
  }

  private refuse(line: number, ...faults: readonly Saying[]): void {
    if (this.refused) return;
    this.refused = true;
    for (const said of faults) this.file.problems.add({ line, said });
  }

  private takeBroken(line: number, said: Saying): void {
    if (!this.readRow) return this.refuse(line, said);
    this.file.lines++;
    this.file.problems.add({ line, said });
  }

  private takeRecord(cells: string[], line: number): void {
    if (this.refused) return;
    if (cells.some((cell) => cell.includes('\uFFFD')))
      return this.takeBroken(line, say('not-text'));
    if (!this.readRow) return this.takeHeader(cells, line);
    this.file.lines++;
    if (this.file.rows.length === maxImportRows)
      return this.refuse(line, say('many-lines', { most: maxImportRows }));
    const outcome = this.readRow(cells, line);
    if (outcome.kind === 'row') this.file.rows.push(outcome.row);
    else for (const problem of outcome.problems) this.file.problems.add(problem);
  }

  private takeMapping(cells: string[], line: number): void {
    const arranged = arrangeBy(cells, this.shape);
    if (arranged.kind === 'refused') return this.refuse(line, ...arranged.faults);
    const read = createRowReader(ownOrder, this.zone, this.now);
    const fill = this.board && cellsFiller(this.board, this.shape.columns ?? {});
    this.readRow = (given, line) => {
      // A number with an unquoted comma: every cell after it would be read as another column.
      const isTorn = given.slice(cells.length).some((cell) => cell.trim() !== '');
      if (!isTorn) {
        const arrangement = arranged.arrange(given);
        const untold = fill?.(arrangement, line) ?? [];
        return withUntold(read(arrangement, line), untold);
      }
      const said = say('cells', { given: given.length, expected: cells.length });
      return { kind: 'bad', problems: [{ line, said }] };
    };
  }

  private takeHeader(cells: string[], line: number): void {
    this.file.header = cells.slice(0, maxNamedColumns).map((cell) => cell.trim().slice(0, 200));
    if (this.shape.columns) return this.takeMapping(cells, line);
    const header = readHeader(cells);
    if (header.kind === 'refused') this.refuse(line, header.said);
    else this.readRow = createRowReader(header.order, this.zone, this.now);
  }
}

/** Lets the sender finish talking: closing the connection now would lose our answer to it. */
export function drain(source: Readable): void {
  source.on('error', () => undefined);
  source.resume();
}

/** Reads on until the end, the limit, or until reading on would tell nothing more. */
async function readChunks(
  source: Readable,
  reader: FileReader,
  maxBytes: number,
): Promise<'ended' | 'enough' | 'too-large'> {
  let bytes = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    // A body that was not given an encoding arrives as buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > maxBytes) return 'too-large';
    for (let from = 0; from < buffer.length; from += sliceBytes) {
      if (!reader.write(buffer.subarray(from, from + sliceBytes))) return 'enough';
      await setImmediate();
    }
  }
  return 'ended';
}

export interface ReadOptions {
  maxBytes?: number;
  shape?: FileShape;
  /** What a mapping may leave to it. */
  board?: BoardState;
  /** Named one by one; a thousand unless told. */
  maxProblems?: number;
}

/**
 * Reads a body as it arrives, at most 64 MiB of it, in slices that leave the event loop free.
 * The source is never destroyed, as it carries the connection of the answer.
 */
export async function readFile(
  source: Readable,
  zone: Zone,
  now: number,
  { maxBytes = maxImportBytes, ...options }: ReadOptions = {},
): Promise<FileOutcome> {
  const reader = new FileReader(zone, now, options);
  try {
    const outcome = await readChunks(source, reader, maxBytes);
    if (outcome !== 'ended') {
      // The iterator lets go of the source a turn after it was left; before, it would not flow.
      await setImmediate();
      drain(source);
    }
    return outcome === 'too-large' ? { kind: outcome } : { kind: 'read', file: reader.end() };
  } catch (error) {
    if (!source.errored) throw error;
    // The body broke off: whoever sent it is gone, and nothing was changed.
    return { kind: 'cut-off' };
  }
}
