import type { Happening } from '@emulation/shared';
import { formatNumber } from '../ui/format.ts';
import type { TFunction } from 'i18next';
import type { Vocabulary } from '../store/board-store.ts';

interface Words {
  t: TFunction;
  vocabulary: Vocabulary;
}

type ExperienceStory = Extract<Happening, { kind: `experience-${string}` }>;

/** A lift, signed: it carries one decimal more than its metric. */
export function signedLift(words: Words, metric: string, lift: string): string {
  const known = words.vocabulary.metrics.get(metric);
  if (!known) return lift;
  const text = formatNumber(lift, { decimals: known.decimals + 1 });
  const sign = lift.startsWith('-') || Number(lift) === 0 ? '' : '+';
  const unit = known.unitOfMeasure ? `\u202f${known.unitOfMeasure}` : '';
  return `${sign}${text}${unit}`;
}

/** What happened to an experience, as a sentence. */
export function sayExperience(words: Words, happening: ExperienceStory): string {
  const { t } = words;
  const { title, metric } = happening;
  const nameOf = (id: string) => words.vocabulary.units.get(id)?.name ?? id;
  const unit = nameOf(happening.unit);
  if (happening.kind === 'experience-written') {
    const count = happening.offered.length;
    if (count === 0) return t('feed.experienceWritten', { unit, title });
    return t('feed.experienceWrittenOffered', { unit, title, count });
  }
  const from = nameOf(happening.from);
  if (happening.kind === 'experience-offered')
    return t('feed.experienceOffered', { unit, title, from });
  if (happening.kind === 'experience-adopted')
    return t('feed.experienceAdopted', { unit, title, from });
  const [lift, low, high] = [happening.lift, happening.low, happening.high].map((value) =>
    signedLift(words, metric, value),
  );
  return t('feed.experienceSustained', { unit, title, from, lift, low, high });
}
