import type { BoardState } from '../board/state.ts';
import type { DriveBody } from '../vocabulary/drive.ts';

/** Who takes part in a drive, and which results count for it. */
export interface Members {
  /** Units that take part as they stand now, by id. */
  readonly units: ReadonlySet<string>;
  /**
   * Whether a result counts for the unit that posted it: by the sector written on the result, so
   * that a unit that moves keeps what it achieved where it was.
   */
  counts(unit: string, sector: string): boolean;
  /** Tells whether the membership is still the same. */
  readonly signature: string;
}

/**
 * A unit takes part when it is named or its present sector is. A result counts for its own unit when
 * the unit is named or the sector written on the result is; a partner's part of a joint result
 * counts when the partner takes part.
 */
export function membersOf(state: BoardState, { eligible }: Pick<DriveBody, 'eligible'>): Members {
  const except = new Set(eligible?.except);
  const isOpen = eligible?.sectors === undefined && eligible?.units === undefined;
  const sectors = new Set(eligible?.sectors);
  const named = new Set(eligible?.units);
  const units = new Set<string>();
  for (const unit of state.units.values()) {
    const isIn = isOpen || named.has(unit.id) || sectors.has(unit.sector);
    if (isIn && !except.has(unit.id)) units.add(unit.id);
  }
  const isWhole = isOpen && except.size === 0;
  return {
    units,
    counts: (unit, sector) =>
      !except.has(unit) && (isOpen || named.has(unit) || sectors.has(sector)),
    signature: isWhole ? `all ${units.size}` : JSON.stringify([[...units], eligible]),
  };
}
