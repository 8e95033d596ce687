import type { Candidate, Title } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { formatScore } from '../ui/score-text.ts';

type Words = TFunction<'honours'>;

/** What the board watches for, as a sentence. */
export function sayCriterion(t: Words, { criterion, period }: Title): string {
  const span = t(`period.${period}`);
  switch (criterion.kind) {
    case 'drive':
      return t(`criterion.drive.${criterion.by}`, { count: criterion.places });
    case 'drive-sector':
      return t('criterion.driveSector');
    case 'lift-given':
      return t('criterion.liftGiven', { count: criterion.adoptions, span });
    case 'model-unit':
      return t('criterion.modelUnit', { count: criterion.places, span });
    case 'records':
      return t(`criterion.records.${criterion.scope}`, { count: criterion.atLeast, span });
    case 'words':
      return t('criterion.words');
  }
}

/** The figure that decides: `12.5 points`. */
export function sayFigure(t: Words, { figure }: Candidate): string {
  return t(`figure.${figure.kind}`, {
    count: Number(figure.value),
    value: formatScore(figure.value),
  });
}
