import type { BoardState, Happening } from '@emulation/shared';
import { boardWords, type BoardWords } from '../words/board-words.ts';

export type OfKind<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

/** The board's language, with its names and values. */
export interface Names {
  words: BoardWords;
  /** A sentence of the page's feed: chats tell it in the same words. */
  say: (key: string, values?: Record<string, unknown>) => string;
  unit: (id: string) => string;
  units: (ids: readonly string[]) => string;
  metric: (id: string) => string;
  value: (metric: string, value: string) => string;
  /** Carries one decimal more than its metric; a bound of it says no unit. */
  lift: (metric: string, value: string, isBound?: boolean) => string;
  place: (place: number) => string;
}

export function namesOf(state: BoardState): Names {
  const words = boardWords(state);
  const unit = (id: string) => state.units.get(id)?.name ?? id;
  const beside = (metric: string) => state.metrics.get(metric)?.metric.unitOfMeasure ?? '';
  const value = (metric: string, given: string) =>
    `${words.number(given)} ${beside(metric)}`.trimEnd();
  return {
    words,
    say: (key, values = {}) => words.t(`watch:feed.${key}`, values),
    unit,
    units: (ids) => words.list(ids.map(unit)),
    metric: (id) => state.metrics.get(id)?.metric.name ?? id,
    value,
    lift: (metric, given, isBound = false) =>
      isBound ? words.number(given) : value(metric, given),
    place: (place) => words.t('common:place', { count: place, ordinal: true }),
  };
}
