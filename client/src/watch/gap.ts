import { subtract, toUnits } from '../ui/decimal.ts';

/** Signed distance of a score to the leader's; null for whoever shares the lead. */
export function gapToLeader(score: string, leader: string, decimals: number): string | null {
  if (toUnits(score) === toUnits(leader)) return null;
  return subtract(score, leader, decimals);
}
