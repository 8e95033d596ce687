import { m } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { gainText, headRecord, needsRoom, sectorName, unitNames } from './story-words.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { perScreen } from './takeover-queue.ts';
import type { RecordStory } from './takeover-story.ts';

/**
 * Several records at once: one screen, each with its value, its unit and what it was better by. Of
 * a crowd it is a roll: more of them, smaller, in two columns where the screen is wide.
 */
export function SeveralScene({
  stories,
  vocabulary,
}: {
  stories: readonly RecordStory[];
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const isRoll = stories.length > perScreen;
  const isRoomy = isRoll && stories.some((story) => needsRoom(vocabulary, story));
  return (
    <div className="scene scene-several" data-roll={isRoll} data-roomy={isRoomy}>
      <p className="scene-count">
        <FittedText
          text={t('takeover.several', { count: stories.length })}
          max={isRoll ? 7 : 9}
          min={isRoll ? 6 : 8}
          weight={700}
        />
      </p>
      <ol className="several-list">
        {stories.map((story, index) => (
          <m.li
            key={story.result}
            className="several-line"
            data-joint={story.units.length > 1}
            data-crowded={isLong(vocabulary, story)}
            initial={{ opacity: 0, transform: 'translateX(3%)' }}
            animate={{ opacity: 1, transform: 'translateX(0%)' }}
            transition={beat(index)}
          >
            <SeveralLine
              story={story}
              vocabulary={vocabulary}
              type={isRoll ? rollType : listType}
            />
          </m.li>
        ))}
      </ol>
    </div>
  );
}

/** The biggest type of each part of a line, in hundredths of the longer side. */
const listType = { value: 7, name: 4.4, least: 2.8, gain: 4 };
const rollType = { value: 3.8, name: 3.2, least: 2, gain: 2.4 };
/** With more letters than this a name or what stands under it takes several lines. */
const oneLine = 50;

const isLong = (vocabulary: Vocabulary, { units, metric }: RecordStory) =>
  [
    unitNames(vocabulary, units).join(betweenNames),
    vocabulary.metrics.get(metric)?.name ?? '',
  ].some((text) => text.length > oneLine);

interface LineProps {
  story: RecordStory;
  vocabulary: Vocabulary;
  type: typeof listType;
}

function SeveralLine({ story, vocabulary, type }: LineProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  const head = headRecord(story);
  const scope =
    head?.scope === 'board'
      ? t('takeover.board')
      : t('takeover.sectorOf', { sector: sectorName(vocabulary, story.sector) });
  const notes = [scope, metric.name];
  if (story.times > 1) notes.push(t('takeover.again', { count: story.times }));
  if (story.provisional) notes.push(t('takeover.provisional'));
  return (
    <>
      <span className="several-value">
        <FittedMark
          number={formatNumber(story.value, metric)}
          beside={unitBeside(metric)}
          max={type.value}
        />
      </span>
      <FittedText
        className="several-name"
        text={unitNames(vocabulary, story.units).join(betweenNames)}
        max={type.name}
        min={type.least}
        lines={4}
        weight={700}
      />
      <FittedText
        className="several-note"
        text={notes.join(' · ')}
        orElse={metric.name}
        isOptional
        max={2.2}
        min={1.9}
        lines={3}
        weight={500}
      />
      <span className="several-gain">
        {head && (
          <FittedMark number={gainText(metric, story.value, head.previous.value)} max={type.gain} />
        )}
      </span>
    </>
  );
}
