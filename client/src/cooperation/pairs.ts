import type { CooperationPair, CooperationRow, SectorCooperation } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';

export type Shown = 'all' | 'together' | 'helped' | 'lent';
export const shownKinds: readonly Shown[] = ['all', 'together', 'helped', 'lent'];

const sum = ([a, b]: readonly [number, number]) => a + b;

/** How strong a pair is under what is shown. */
export function weightOf(pair: CooperationPair, shown: Shown): number {
  if (shown === 'all') return pair.results;
  return shown === 'together' ? pair.together : sum(pair[shown]);
}

export const keyOf = ({ units }: CooperationPair) => units.join('|');

export interface SortedCooperation {
  summary: Extract<CooperationRow, { kind: 'summary' }> | undefined;
  pairs: CooperationPair[];
  sectors: SectorCooperation[];
}

/** The rows of the topic by kind; pairs that worked together most first. */
export function sortCooperation(rows: Iterable<CooperationRow>): SortedCooperation {
  const sorted: SortedCooperation = { summary: undefined, pairs: [], sectors: [] };
  for (const row of rows) {
    if (row.kind === 'summary') sorted.summary = row;
    else if (row.kind === 'pair') sorted.pairs.push(row);
    else sorted.sectors.push(row);
  }
  sorted.pairs.sort((a, b) => b.results - a.results || (keyOf(a) < keyOf(b) ? -1 : 1));
  return sorted;
}

/** Pairs whose units are in two sectors. */
export function acrossSectors(
  pairs: readonly CooperationPair[],
  vocabulary: Pick<Vocabulary, 'units'>,
): CooperationPair[] {
  const sectorOf = (unit: string) => vocabulary.units.get(unit)?.sector;
  return pairs.filter(({ units: [a, b] }) => sectorOf(a) !== sectorOf(b));
}

/** The strongest pairs under what is shown, without those that have nothing of it. */
export function strongest(pairs: readonly CooperationPair[], shown: Shown): CooperationPair[] {
  return pairs
    .filter((pair) => weightOf(pair, shown) > 0)
    .sort((a, b) => weightOf(b, shown) - weightOf(a, shown));
}
