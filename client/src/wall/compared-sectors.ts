import type { PulseSectorRow } from '@emulation/shared';
import { lengthOf } from '../pulse/pulse-rows.ts';

/** Sectors that have anything to compare, the fullest first. */
export function comparedSectors(sectors: readonly PulseSectorRow[]): PulseSectorRow[] {
  return sectors
    .filter(({ fulfilment }) => fulfilment !== null)
    .sort(
      (a, b) => lengthOf(b.fulfilment) - lengthOf(a.fulfilment) || (a.sector < b.sector ? -1 : 1),
    );
}
