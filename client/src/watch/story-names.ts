import type { Happening } from '@emulation/shared';
import type { TFunction } from 'i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatList, formatValue } from '../ui/format.ts';

export interface Words {
  t: TFunction;
  vocabulary: Vocabulary;
}

export type OfKind<K extends Happening['kind']> = Extract<Happening, { kind: K }>;

export function unitName({ vocabulary }: Words, unit: string): string {
  return vocabulary.units.get(unit)?.name ?? unit;
}

/** `A`, `A and B`, `A, B and 3 more`: names beyond the second are counted. */
export function nameUnits(words: Words, units: readonly string[]): string {
  const shown = units.length <= 3 ? units : units.slice(0, 2);
  const names = shown.map((unit) => unitName(words, unit));
  const rest = units.length - shown.length;
  if (rest > 0) names.push(words.t('feed.more', { count: rest }));
  return formatList(names);
}

export function valueOf({ vocabulary }: Words, metric: string, value: string): string {
  const known = vocabulary.metrics.get(metric);
  return known ? formatValue(value, known) : value;
}
