import { formatMinor, toMinor, type Metric, type RecordRow } from '@emulation/shared';

/** The standing record of the board, and the least result that would break it. */
export interface SoloAim {
  record: RecordRow;
  breaks: string;
}

/** What one unit alone has to go for in a metric; undefined before the first result. */
export function soloAim(
  records: Iterable<RecordRow>,
  { id, direction, decimals }: Pick<Metric, 'id' | 'direction' | 'decimals'>,
): SoloAim | undefined {
  for (const record of records) {
    if (record.metric !== id || record.scope !== 'board') continue;
    const value = toMinor(record.value, decimals);
    if (value === undefined) return undefined;
    const step = direction === 'higher' ? 1n : -1n;
    return { record, breaks: formatMinor(BigInt(value) + step, decimals) };
  }
  return undefined;
}
