/** What the address of a wall fixes: `?metric=&seconds=`; everything else it decides itself. */
export interface WallSettings {
  metric?: string;
  stopMs: number;
}

const usualMs = 12_000;
const fastest = 4;
const slowest = 3600;

export function readSettings(search: string): WallSettings {
  const given = new URLSearchParams(search);
  const metric = given.get('metric');
  const seconds = Number(given.get('seconds') ?? '');
  const stopMs = seconds > 0 ? Math.min(slowest, Math.max(fastest, seconds)) * 1000 : usualMs;
  return { ...(metric ? { metric } : {}), stopMs };
}
