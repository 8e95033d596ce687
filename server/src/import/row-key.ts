import { createHash } from 'node:crypto';
import type { ImportRow } from './row.ts';
import { inSlices } from './slices.ts';

/** What makes two lines the same result; direction and unit of measure belong to the metric. */
function contentOf(row: ImportRow): string {
  const { sector, unit, metric, achievedAt, value, partners, note = '' } = row;
  return JSON.stringify([sector, unit, metric, achievedAt, value, partners, note]);
}

const rowKeyPrefix = 'row:';

/** The key of a row whose import was undone, as it is imported again for the `round`th time. */
export function keyAgain(key: string, round: number): string {
  return round === 0 ? key : `${key}~${round}`;
}

/**
 * Idempotency keys of rows: the content, and which occurrence of that content in its file it is.
 * So the same file again adds nothing, an overlapping one its new rows, and two identical lines of
 * one file are two results.
 */
export async function keyRows(rows: readonly ImportRow[]): Promise<string[]> {
  const occurrences = new Map<string, number>();
  const keys: string[] = [];
  await inSlices(rows, (row) => {
    const digest = createHash('sha256').update(contentOf(row)).digest('hex');
    const occurrence = (occurrences.get(digest) ?? 0) + 1;
    occurrences.set(digest, occurrence);
    keys.push(`${rowKeyPrefix}${digest}:${occurrence}`);
  });
  return keys;
}
