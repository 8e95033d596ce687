/** What a file holds: text to parse, or cells of the first sheet of a workbook. */
export type SheetRead = { kind: 'text'; text: string } | { kind: 'cells'; rows: string[][] };

const isWorkbook = ({ name, type }: File) =>
  /\.xlsx$/i.test(name) || type.includes('spreadsheetml');

/** Reads a CSV or XLSX file on this device; nothing is sent anywhere. */
export async function readSheetFile(file: File): Promise<SheetRead> {
  if (!isWorkbook(file)) return { kind: 'text', text: await file.text() };
  const { readSheet } = await import('read-excel-file/browser');
  const rows = await readSheet(file);
  const text = (cell: unknown) => {
    if (cell instanceof Date) return cell.toISOString().slice(0, 10);
    return typeof cell === 'string' ? cell : typeof cell === 'number' ? `${cell}` : '';
  };
  return {
    kind: 'cells',
    rows: rows
      .map((row) => row.slice(0, 2).map(text))
      .filter((row) => row.some((cell) => cell !== '')),
  };
}
