import type { BoardState } from '@emulation/shared';
import { Refusal } from '../errors/refusal.ts';

interface Named {
  metric?: string | undefined;
  unit?: string | undefined;
  sector?: string | undefined;
}

/** Refuses a query about a metric, unit or sector that the board does not have. */
export function requireKnown(state: BoardState, { metric, unit, sector }: Named): void {
  if (metric !== undefined && !state.metrics.has(metric)) throw new Refusal('unknown-metric');
  if (unit !== undefined && !state.units.has(unit)) throw new Refusal('unknown-unit');
  if (sector !== undefined && !state.sectors.has(sector)) throw new Refusal('unknown-sector');
}
