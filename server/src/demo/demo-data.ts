import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

export type DemoData = 'short' | 'full';

/** One line of the demo files; their columns are those of an import. */
export interface DemoRow {
  sector: string;
  unit: string;
  metric: string;
  unit_of_measure: string;
  direction: 'higher' | 'lower';
  /** A date. */
  achieved_at: string;
  value: string;
  note: string;
}

const files: Record<DemoData, string> = {
  short: 'sncf_tgv_36_months.csv',
  full: 'sncf_tgv.csv.gz',
};

/** Reads a demo file that the project ships, in its own order: by date. */
export async function readDemoData(which: DemoData): Promise<DemoRow[]> {
  const name = files[which];
  const path = fileURLToPath(new URL(`../../../data/demo/${name}`, import.meta.url));
  const file = createReadStream(path);
  const text = name.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const rows: DemoRow[] = [];
  for await (const row of text.pipe(parse({ columns: true, bom: true })))
    // The file is the project's own; a test reads every line of it.
    rows.push(row as DemoRow);
  return rows;
}
