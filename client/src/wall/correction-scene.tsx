import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviousMark } from '@emulation/shared';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { markText, unitNames } from './story-words.ts';
import type { CorrectionStory } from './takeover-story.ts';

/** A record that no longer stands: plainly, with its reason, and what stands instead. */
export function CorrectionScene({
  story,
  vocabulary,
}: {
  story: CorrectionStory;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  const stands = story.lost[0]?.now ?? null;
  return (
    <div className="scene scene-correction">
      <div className="scene-slab">
        <p className="scene-eyebrow">
          <FittedText text={t(`loss.${story.kind}`)} max={6} min={3.8} lines={3} weight={700} />
        </p>
        <div className="correction-values">
          <p>
            <small>{t('loss.announced')}</small>
            <s>
              <FittedMark number={formatNumber(story.before, metric)} max={14} />
            </s>
          </p>
          {story.value !== null && (
            <p>
              <small>{t('loss.recognised')}</small>
              <FittedMark number={formatNumber(story.value, metric)} max={14} />
            </p>
          )}
        </div>
        <p className="scene-metric">
          <FittedText
            text={[metric.unitOfMeasure, metric.name].filter(Boolean).join(' · ')}
            max={3.6}
            min={2.4}
            lines={4}
          />
        </p>
      </div>
      <div className="scene-who">
        <p className="scene-names">
          <FittedText
            text={unitNames(vocabulary, story.units).join(betweenNames)}
            max={7}
            min={2.8}
            lines={10}
            weight={700}
          />
        </p>
        <p className="correction-reason" style={roomFor(story.reason)}>
          <FittedText text={story.reason} max={2.8} min={2.4} lines={6} weight={500} />
        </p>
        <StandsNow stands={stands} metric={metric} vocabulary={vocabulary} />
      </div>
    </div>
  );
}

/** A short reason needs less room than a long one. */
const roomFor = (reason: string) =>
  // its type does not know custom properties
  ({ '--lines': Math.min(6, Math.max(2, Math.ceil(reason.length / 32))) }) as CSSProperties;

function StandsNow({
  stands,
  metric,
  vocabulary,
}: {
  stands: PreviousMark | null;
  metric: MetricInfo;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  return (
    <div className="correction-now">
      <small>{stands ? t('loss.stands') : t('loss.none')}</small>
      {stands && (
        <b>
          <FittedMark number={formatNumber(stands.value, metric)} max={5.4} />
        </b>
      )}
      {stands && (
        <FittedText
          text={markText(vocabulary, stands)}
          max={2.4}
          min={1.9}
          lines={6}
          weight={500}
        />
      )}
    </div>
  );
}
