import type { Happening } from '@emulation/shared';
import { formatNumber, formatValue } from '../ui/format.ts';
import type { TFunction } from 'i18next';
import type { Vocabulary } from '../store/board-store.ts';

interface Words {
  t: TFunction;
  vocabulary: Vocabulary;
}

type ExperienceStory = Extract<Happening, { kind: `experience-${string}` }>;

/** A lift, which carries one decimal more than its metric; of one that lasts, better by so much. */
function liftAmount(words: Words, metric: string, lift: string, isBound: boolean): string {
  const known = words.vocabulary.metrics.get(metric);
  if (!known) return lift;
  const shape = { decimals: known.decimals + 1, unitOfMeasure: known.unitOfMeasure };
  return isBound ? formatNumber(lift, shape) : formatValue(lift, shape);
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
  const lift = liftAmount(words, metric, happening.lift, false);
  const [low, high] = [happening.low, happening.high].map((value) =>
    liftAmount(words, metric, value, true),
  );
  return t('feed.experienceSustained', { unit, title, from, lift, low, high });
}
