import type { CooperationPair } from '@emulation/shared';
import type { TFunction } from 'i18next';

/** What a pair did, in words: who helped whom how often, and what they did together. */
export function sayPair(
  t: TFunction,
  pair: CooperationPair,
  name: (unit: string) => string,
): string[] {
  const [a, b] = pair.units;
  const said: string[] = [];
  if (pair.together > 0) said.push(t('cooperation:did.together', { count: pair.together }));
  for (const how of ['helped', 'lent'] as const)
    for (const [giver, taker, count] of [
      [a, b, pair[how][0]],
      [b, a, pair[how][1]],
    ] as const)
      if (count > 0)
        said.push(t(`cooperation:did.${how}`, { giver: name(giver), taker: name(taker), count }));
  return said;
}
