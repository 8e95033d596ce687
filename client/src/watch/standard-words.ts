import type { StandardHappening } from '@emulation/shared';
import { nameUnits, unitName, valueOf, type Words } from './story-names.ts';

/** What standards make happen, as a sentence. */
export function sayStandard(words: Words, happening: StandardHappening): string {
  const { t, vocabulary } = words;
  const metric = vocabulary.metrics.get(happening.metric)?.name ?? happening.metric;
  const value = valueOf(words, happening.metric, happening.value);
  if (happening.kind === 'standard-reached') {
    const unit = unitName(words, happening.unit);
    const { reached, of } = happening;
    const key = happening.last ? 'last' : happening.first ? 'first' : 'reached';
    return t(`feed.standard.${key}`, { unit, metric, value, reached, of });
  }
  const { previous, reachedBy } = happening;
  const was = previous === null ? '' : valueOf(words, happening.metric, previous);
  const set =
    previous === null ? 'set' : happening.kind === 'standard-raised' ? 'raised' : 'lowered';
  const sentence = t(`feed.standard.${set}`, { metric, value, was });
  if (happening.kind === 'standard-lowered') return `${sentence} ${happening.reason ?? ''}`.trim();
  if (reachedBy.length === 0) return sentence;
  const unit = nameUnits(words, reachedBy);
  return `${sentence} ${t('feed.standard.already', { unit, count: reachedBy.length })}`;
}
