const firstDelayMs = 50;
const maxDelayMs = 2_000;

/**
 * How long to wait before attempt `failures + 1`: doubling, and a random part of it, so that the
 * nodes of one Redis do not return in step. `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(maxDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
  return Math.round(ceiling * (0.5 + random / 2));
}
