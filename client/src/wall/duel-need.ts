import { formatMinor, toMinor, type DuelRow, type Metric } from '@emulation/shared';

/** What the unit behind needs to pass: a result that is at least so good, or so much more. */
export type DuelNeed = { kind: 'result' | 'more'; value: string };

/** Undefined where no single number says it: a mean, or a sum that only grows away from the goal. */
export function needOf(
  metric: Pick<Metric, 'aggregate' | 'direction' | 'decimals'>,
  duel: Pick<DuelRow, 'ahead' | 'by'>,
): DuelNeed | undefined {
  const { aggregate, direction, decimals } = metric;
  const isSum = aggregate === 'sum';
  if (aggregate === 'mean' || (isSum && direction === 'lower')) return undefined;
  const from = toMinor(isSum ? duel.by : duel.ahead.score, decimals);
  if (from === undefined) return undefined;
  const step = direction === 'higher' ? 1n : -1n;
  const value = formatMinor(BigInt(from) + step, decimals);
  return { kind: isSum ? 'more' : 'result', value };
}

/** The duel that is nearest to an overtake; equal ones in the order of the board. */
export function nearestDuel(duels: Iterable<DuelRow>): DuelRow | undefined {
  let nearest: DuelRow | undefined;
  for (const duel of duels) if (!nearest || duel.closeness < nearest.closeness) nearest = duel;
  return nearest;
}

/** Beyond a fifth of the score nobody is about to be overtaken. */
const farthest = 200_000;

export const isNear = (duel: DuelRow | undefined): boolean =>
  duel !== undefined && duel.closeness <= farthest;
