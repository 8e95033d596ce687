import { m } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { gainText, headRecord, sectorName, unitNames } from './story-words.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import type { RecordStory } from './takeover-story.ts';

/** Several records at once: one screen, each with its value, its unit and what it was better by. */
export function SeveralScene({
  stories,
  vocabulary,
}: {
  stories: readonly RecordStory[];
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  return (
    <div className="scene scene-several">
      <p className="scene-count">
        <FittedText
          text={t('takeover.several', { count: stories.length })}
          max={9}
          min={8}
          weight={700}
        />
      </p>
      <ol className="several-list">
        {stories.map((story, index) => (
          <m.li
            key={story.result}
            className="several-line"
            initial={{ opacity: 0, transform: 'translateX(3%)' }}
            animate={{ opacity: 1, transform: 'translateX(0%)' }}
            transition={beat(index)}
          >
            <SeveralLine story={story} vocabulary={vocabulary} />
          </m.li>
        ))}
      </ol>
    </div>
  );
}

function SeveralLine({ story, vocabulary }: { story: RecordStory; vocabulary: Vocabulary }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  const head = headRecord(story);
  const scope =
    head?.scope === 'board'
      ? t('takeover.board')
      : t('takeover.sectorOf', { sector: sectorName(vocabulary, story.sector) });
  const notes = [scope, metric.name, ...(story.provisional ? [t('takeover.provisional')] : [])];
  return (
    <>
      <span className="several-value">
        <FittedMark
          number={formatNumber(story.value, metric)}
          beside={unitBeside(metric)}
          max={7}
        />
      </span>
      <FittedText
        className="several-name"
        text={unitNames(vocabulary, story.units).join(betweenNames)}
        max={4.4}
        min={2.8}
        lines={4}
        weight={700}
      />
      <FittedText
        className="several-note"
        text={notes.join(' · ')}
        max={2.2}
        min={1.9}
        lines={3}
        weight={500}
      />
      <span className="several-gain">
        {head && <FittedMark number={gainText(metric, story.value, head.previous.value)} max={4} />}
      </span>
    </>
  );
}
