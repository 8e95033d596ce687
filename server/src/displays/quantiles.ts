/** The smallest value that at least so many of a hundred do not exceed (nearest rank). */
function rank(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

export function quantilesOf(values: readonly number[]): { p50: number; p99: number } | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: rank(sorted, 50), p99: rank(sorted, 99) };
}
