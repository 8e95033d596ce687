import type { Happening } from '@emulation/shared';

/** What became of a result after it was announced. */
export type Since = Extract<Happening, { kind: 'annulment' | 'correction' }>;

/** By result, the last annulment or correction that is known; `happenings` in any order. */
export function changesSince(happenings: readonly Happening[]): ReadonlyMap<string, Since> {
  const known = new Map<string, Since>();
  for (const one of happenings) {
    if (one.kind !== 'annulment' && one.kind !== 'correction') continue;
    const other = known.get(one.result);
    if (!other || other.seq < one.seq) known.set(one.result, one);
  }
  return known;
}

/** The change that came after a happening told of the same result, if there was one. */
export function sinceOf(
  happening: Happening,
  changes: ReadonlyMap<string, Since>,
): Since | undefined {
  if (!('result' in happening) || happening.result === null) return undefined;
  const change = changes.get(happening.result);
  return change && change.seq > happening.seq ? change : undefined;
}
