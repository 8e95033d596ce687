import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
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
      <p className="scene-eyebrow">
        <FittedText text={t(`loss.${story.kind}`)} max={5.4} min={3.8} weight={700} />
      </p>
      <div className="correction-values">
        <p>
          <small>{t('loss.announced')}</small>
          <s>
            <FittedMark number={formatNumber(story.before, metric)} max={9.6} />
          </s>
        </p>
        {story.value !== null && (
          <p>
            <small>{t('loss.recognised')}</small>
            <FittedMark number={formatNumber(story.value, metric)} max={9.6} />
          </p>
        )}
      </div>
      <p className="correction-who">
        <FittedText
          text={`${unitNames(vocabulary, story.units).join(betweenNames)} ·\n${metric.name}`}
          max={4}
          min={2.6}
          lines={4}
        />
      </p>
      <p className="correction-reason">
        <FittedText text={story.reason} max={2.8} min={2} lines={6} weight={500} />
      </p>
      <div className="correction-now">
        <small>{stands ? t('loss.stands') : t('loss.none')}</small>
        {stands && (
          <b>
            <FittedMark number={formatNumber(stands.value, metric)} max={6} />
          </b>
        )}
        {stands && (
          <FittedText
            text={markText(vocabulary, stands)}
            max={2.6}
            min={2}
            lines={4}
            weight={500}
          />
        )}
      </div>
    </div>
  );
}
