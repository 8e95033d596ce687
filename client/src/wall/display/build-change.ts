/**
 * Whether a wall loads itself anew because the server serves another build. Once for each build: a
 * reload that did not bring it (a cache in between, an old node among new ones) is tried again after
 * an hour, then two, four, …, at most a day, so that nothing loops and nothing is stuck for ever.
 */
export interface TriedBuilds {
  readonly [build: string]: { readonly count: number; readonly at: number };
}

const firstPauseMs = 3_600_000;
const longestPauseMs = 24 * 3_600_000;
/** Builds whose attempts are remembered. */
const mostBuilds = 8;

const pauseMs = (count: number) => Math.min(longestPauseMs, firstPauseMs * 2 ** (count - 1));

/** `now`: ms since the epoch. */
export function shouldReload(
  own: string,
  served: string,
  tried: TriedBuilds,
  now: number,
): boolean {
  // A server that serves no pages knows of no build, and a page under development has none.
  if (served === '' || own === '' || served === own) return false;
  const before = tried[served];
  return before === undefined || now - before.at >= pauseMs(before.count);
}

export function noteTried(tried: TriedBuilds, build: string, now: number): TriedBuilds {
  const count = (tried[build]?.count ?? 0) + 1;
  const others = Object.entries(tried)
    .filter(([other]) => other !== build)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, mostBuilds - 1);
  return Object.fromEntries([[build, { count, at: now }], ...others]);
}
