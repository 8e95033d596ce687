import type { PeriodName } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { localeOf } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { clockParts, formatDay } from './clock.ts';
import { FittedText } from './fitted-text.tsx';
import { unitApart } from '../ui/unit-beside.ts';
import { WallTruth } from './wall-truth.tsx';

interface Props {
  vocabulary: Vocabulary;
  metric: MetricInfo;
  period: PeriodName;
}

/** What is ranked here, the time at the workplace, and whether all this is true now. */
export function WallHeader({ vocabulary, metric, period }: Props) {
  const { t } = useTranslation('wall');
  const now = useNow(1_000);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const locale = localeOf();
  const clock = clockParts(now, timeZone, locale);
  const notes = [
    unitApart(metric),
    vocabulary.board?.name,
    ...(period === 'all' ? [] : [t(`period.${period}`)]),
    ...(metric.direction === 'lower' ? [t('lowerIsBetter')] : []),
  ];
  return (
    <header className="wall-header">
      <div className="wall-slash" aria-hidden="true" />
      <div className="wall-titles">
        <h1 className="wall-metric">
          <FittedText text={metric.name} max={4.6} min={2.6} weight={700} />
        </h1>
        <p className="wall-board-name">
          <FittedText
            text={notes.filter(Boolean).join(' · ')}
            max={2.1}
            min={1.5}
            weight={500}
            lines={1}
          />
        </p>
      </div>
      <div className="wall-when">
        <WallTruth timeZone={timeZone} />
        <time className="wall-day">{formatDay(now, timeZone, locale)}</time>
      </div>
      <time className="wall-clock">
        {clock.time}
        {clock.half && <small>{clock.half}</small>}
      </time>
    </header>
  );
}
