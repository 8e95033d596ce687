import { importColumns, type FileShape, type ImportColumn } from '../api/imports.ts';
import type { FileHead } from './file-head.ts';

/** What people call our columns, in the languages of the pages; compared without case and signs. */
const calls: Record<ImportColumn, readonly string[]> = {
  unit: 'unit,team,line,ward,plant,einheit,linie,mannschaft,station,werk,unidad,equipo,línea,planta,단위,팀,라인,반,đơn vị,đội,tổ,chuyền'.split(
    ',',
  ),
  sector:
    'sector,area,department,group,bereich,abteilung,gruppe,área,departamento,grupo,부문,구역,부서,khu vực,bộ phận,nhóm'.split(
      ',',
    ),
  metric:
    'metric,measure,kpi,indicator,kennzahl,messgröße,indikator,métrica,indicador,medida,지표,항목,chỉ tiêu,chỉ số'.split(
      ',',
    ),
  unit_of_measure:
    'unit of measure,uom,measured in,maßeinheit,masseinheit,unidad de medida,측정 단위,단위명,đơn vị đo'.split(
      ',',
    ),
  direction: 'direction,better,richtung,besser,dirección,sentido,방향,hướng'.split(','),
  achieved_at:
    'achieved at,date,day,time,when,timestamp,datum,tag,zeit,zeitpunkt,fecha,día,hora,날짜,일자,일시,ngày,thời gian'.split(
      ',',
    ),
  value:
    'value,result,amount,quantity,score,wert,ergebnis,menge,anzahl,valor,resultado,cantidad,값,결과,수량,giá trị,kết quả,số lượng'.split(
      ',',
    ),
  partners: 'partners,partner,helpers,helfer,socios,colaboradores,협력,협력 단위,đối tác'.split(
    ',',
  ),
  note: 'note,notes,comment,remark,notiz,bemerkung,kommentar,nota,comentario,observación,비고,메모,ghi chú'.split(
    ',',
  ),
};

/** `achievedAt`, as programs write it, is `achieved at`. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A head that is one of the words, else one that begins with it: `Menge (t)`. */
function headFor(header: readonly string[], words: readonly string[], taken: Set<string>) {
  const wanted = words.map(plain);
  const free = header.filter((head) => head !== '' && !taken.has(head));
  const found =
    free.find((head) => wanted.includes(plain(head))) ??
    free.find((head) => wanted.some((word) => plain(head).startsWith(`${word} `)));
  if (found !== undefined) taken.add(found);
  return found;
}

const valuesOf = (head: FileHead, column: string | undefined) => {
  const at = head.header.indexOf(column ?? '');
  return at < 0 ? [] : head.sample.map((row) => row[at] ?? '').filter((cell) => cell !== '');
};

const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/;

function datesOf(cells: readonly string[]): FileShape['dates'] {
  const parts = cells.flatMap((cell) => {
    const [, first, second] = dayFirst.exec(cell) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  if (parts.length === 0) return 'iso';
  const firstDays = parts.filter(([first]) => first > 12).length;
  const secondDays = parts.filter(([, second]) => second > 12).length;
  // Only what cannot be a month proves which is the day; else most of the world writes it first.
  return secondDays > firstDays ? 'mdy' : 'dmy';
}

/** `1.234,5` and `12,5`, never `1,234.5` and `1,234`. */
function decimalOf(cells: readonly string[], separator: FileShape['separator']) {
  const isComma = cells.some((cell) => /^[-−]?[\d.\s]*\d,\d+$/.test(cell));
  const isPoint = cells.some((cell) => /^[-−]?\d+\.\d+$/.test(cell));
  return isComma && !isPoint && separator !== ',' ? ',' : '.';
}

/** Which column is probably which, and how days and numbers are written. */
export function guessShape(head: FileHead): FileShape {
  const taken = new Set<string>();
  const columns: FileShape['columns'] = {};
  // `unit of measure` begins with `unit`: what has more words is looked for first.
  const order = ['unit_of_measure', ...importColumns.filter((one) => one !== 'unit_of_measure')];
  for (const column of order as ImportColumn[]) {
    const found = headFor(head.header, [column, ...calls[column]], taken);
    if (found !== undefined) columns[column] = found;
  }
  const text = (column: ImportColumn) => {
    const source = columns[column];
    return valuesOf(head, typeof source === 'string' ? source : undefined);
  };
  const numbers = text('value');
  return {
    columns,
    separator: head.separator,
    decimal: head.isWorkbook ? '.' : decimalOf(numbers, head.separator),
    dates: datesOf(text('achieved_at')),
  };
}

/** The file is of our own form: it is read strictly, without a mapping. */
export function isOurs({ header, separator }: FileHead): boolean {
  const own = new Set<string>(importColumns);
  return separator === ',' && header.length === own.size && header.every((head) => own.has(head));
}

/** What a board has so far. */
export interface Known {
  units: ReadonlyMap<string, unknown>;
  metrics: ReadonlyMap<string, unknown>;
}

/** What the file need not say, for the board knows it of its units and metrics. */
export function isLeftToBoard(column: ImportColumn, { units, metrics }: Known): boolean {
  if (column === 'sector') return units.size > 0;
  return column === 'unit_of_measure' || (column === 'direction' && metrics.size > 0);
}

/** Columns that are needed and come from nowhere yet. */
export function missingColumns({ columns }: FileShape, known: Known): ImportColumn[] {
  return importColumns.filter((column) => {
    const source = columns[column];
    if (column === 'partners' || column === 'note') return false;
    if (source === undefined && isLeftToBoard(column, known)) return false;
    if (column === 'unit_of_measure') return false;
    return source === undefined || (typeof source !== 'string' && source.always.trim() === '');
  });
}

/** As the server takes it; a file of our own form that is read as it is needs no mapping. */
export function sentShape(head: FileHead, shape: FileShape): FileShape | undefined {
  const isUntouched = importColumns.every((column) => shape.columns[column] === column);
  if (isOurs(head) && isUntouched && shape.decimal === '.' && shape.dates === 'iso')
    return undefined;
  return shape;
}
