/** Pure: the record book as it is printed, metric by metric. */
import type { RecordRow } from '@emulation/shared';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { subtract } from '../ui/decimal.ts';
import { scopeOrder, type RecordsQuery } from './records-query.ts';

export interface Chapter {
  metric: MetricInfo;
  rows: RecordRow[];
}

/** What a record is better by than the one it broke, without a sign; `null` at the first of a line. */
export function marginOf(row: RecordRow, decimals: number): string | null {
  if (row.before === undefined) return null;
  return subtract(row.value, row.before, decimals).replace('-', '');
}

function isWanted(row: RecordRow, query: RecordsQuery, { units }: Vocabulary): boolean {
  if (query.scope === 'all' ? row.scope === 'unit' : row.scope !== query.scope) return false;
  if (query.state !== 'all' && row.state !== query.state) return false;
  if (query.sector === '') return true;
  return (row.scope === 'unit' ? units.get(row.unit ?? '')?.sector : row.sector) === query.sector;
}

/** Chapters in the order of the metrics; the board's record first, then sectors, then units by name. */
export function chaptersOf(
  rows: Iterable<RecordRow>,
  query: RecordsQuery,
  vocabulary: Vocabulary,
): Chapter[] {
  const { metrics, sectors, units } = vocabulary;
  const sectorOrder = [...sectors.keys()];
  const nameOf = ({ unit }: RecordRow) => units.get(unit ?? '')?.name ?? unit ?? '';
  const compare = (a: RecordRow, b: RecordRow) =>
    scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope) ||
    sectorOrder.indexOf(a.sector ?? '') - sectorOrder.indexOf(b.sector ?? '') ||
    nameOf(a).localeCompare(nameOf(b));
  const wanted = [...rows].filter((row) => isWanted(row, query, vocabulary));
  return [...metrics.values()]
    .filter(({ id }) => query.metric === '' || query.metric === id)
    .map((metric) => ({
      metric,
      rows: wanted.filter((row) => row.metric === metric.id).sort(compare),
    }))
    .filter((chapter) => chapter.rows.length > 0);
}
