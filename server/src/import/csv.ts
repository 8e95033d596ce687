import { say, type Saying } from './saying.ts';

/** Characters one record may have; a quote that is never closed must not swallow the file. */
export const maxRecordCharacters = 131_072;

export interface CsvListener {
  /** `line` is the physical line the record begins on, 1 for the first. */
  record(cells: string[], line: number): void;
  broken(line: number, said: Saying): void;
}

/** One record while it is read: a quoted cell may go on over several lines. */
class OpenRecord {
  readonly cells: string[] = [];
  private cell = '';
  private readonly line: number;
  private readonly separator: string;
  private lines = 0;
  private size = 0;

  constructor(line: number, separator: string) {
    this.line = line;
    this.separator = separator;
  }

  /** Reads one more physical line: the record is whole, goes on in the next line, or is broken. */
  read(text: string, lineEnd: string): 'whole' | 'open' | { broken: Saying } {
    this.size += text.length;
    if (this.size > maxRecordCharacters) return { broken: this.tooLong() };
    let at = 0;
    let quoted = this.lines++ > 0;
    for (;;) {
      if (!quoted && text[at] === '"') {
        quoted = true;
        at++;
      }
      const end = quoted ? this.quotedCell(text, at) : this.plainCell(text, at);
      if (end === 'open') {
        this.cell += lineEnd;
        return 'open';
      }
      if (typeof end === 'object') return end;
      this.cells.push(this.cell);
      this.cell = '';
      if (end === text.length) return 'whole';
      at = end + 1;
      quoted = false;
    }
  }

  unclosed(): Saying {
    return say('open-quote', { column: this.column });
  }

  /** Of the cell that is being read, from 1. */
  private get column(): number {
    return this.cells.length + 1;
  }

  private tooLong(): Saying {
    if (this.lines === 0) return say('long-line', { most: maxRecordCharacters });
    return say('open-quote-until', { column: this.column, until: this.line + this.lines });
  }

  private plainCell(text: string, at: number): number | { broken: Saying } {
    const next = text.indexOf(this.separator, at);
    const end = next < 0 ? text.length : next;
    this.cell = text.slice(at, end);
    if (!this.cell.includes('"')) return end;
    return { broken: say('stray-quote', { column: this.column }) };
  }

  /** Answers where the cell's comma (or the line's end) is; a doubled quote stands for one. */
  private quotedCell(text: string, from: number): number | 'open' | { broken: Saying } {
    let at = from;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.cell += text.slice(at);
        return 'open';
      }
      this.cell += text.slice(at, quote);
      const next = text[quote + 1];
      if (next === undefined || next === this.separator) return quote + 1;
      if (next !== '"') return { broken: say('after-quote', { column: this.column }) };
      this.cell += '"';
      at = quote + 2;
    }
  }
}

/**
 * Reads RFC 4180 text as it arrives (LF or CRLF). Unlike the usual parsers it numbers physical
 * lines exactly and goes on at the next line after a broken record, so that every bad line can be
 * named. It holds at most one unfinished line or record.
 */
export class CsvReader {
  private readonly listener: CsvListener;
  private readonly separator: string;
  private rest = '';
  private line = 0;
  private open: OpenRecord | undefined;
  private openLine = 0;
  /** The rest of a line that was too long is left out up to its end. */
  private skipping = false;

  constructor(listener: CsvListener, separator = ',') {
    this.listener = listener;
    this.separator = separator;
  }

  write(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.takeLine(this.rest + text.slice(from, end), true);
      this.rest = '';
      from = end + 1;
    }
    this.rest += text.slice(from);
    if (this.rest.length > maxRecordCharacters) this.cutLongLine();
  }

  end(): void {
    if (this.rest !== '' || this.skipping) this.takeLine(this.rest, false);
    this.rest = '';
    if (this.open) this.listener.broken(this.openLine, this.open.unclosed());
    this.open = undefined;
  }

  private cutLongLine(): void {
    if (!this.skipping) this.readLine(this.rest, '', this.line + 1);
    this.open = undefined;
    this.skipping = true;
    this.rest = '';
  }

  private takeLine(raw: string, ended: boolean): void {
    this.line++;
    if (this.skipping) {
      this.skipping = false;
      return;
    }
    const isCrlf = ended && raw.endsWith('\r');
    this.readLine(isCrlf ? raw.slice(0, -1) : raw, isCrlf ? '\r\n' : '\n', this.line);
  }

  private readLine(text: string, lineEnd: string, line: number): void {
    if (!this.open) {
      if (text === '') return;
      if (text.length <= maxRecordCharacters && !text.includes('"')) {
        this.listener.record(text.split(this.separator), line);
        return;
      }
      this.open = new OpenRecord(line, this.separator);
      this.openLine = line;
    }
    const record = this.open;
    const state = record.read(text, lineEnd);
    if (state === 'open') return;
    this.open = undefined;
    if (state === 'whole') this.listener.record(record.cells, this.openLine);
    else this.listener.broken(this.openLine, state.broken);
  }
}
