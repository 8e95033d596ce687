import { m } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { headline } from '../ui/unit-beside.ts';
import { FittedText } from './fitted-text.tsx';
import { unitNames } from './story-words.ts';
import type { StandardStory } from './takeover-story.ts';
import './standard-scene.css';

/** A standard reached for the first time, or by everyone: a band that leaves the ranking in sight. */
export function StandardScene({
  story,
  vocabulary,
}: {
  story: StandardStory;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  const [unit = ''] = unitNames(vocabulary, story.units);
  const { reached, of } = story;
  const what = `${metric.name} · ${t('standard.level', { value: headline(story.value, metric) })}`;
  return (
    <div className="scene-standard">
      <div className="standard-slab">
        <FittedText
          text={t(story.isLast ? 'standard.last' : 'standard.first')}
          max={4.4}
          min={3}
          lines={3}
          weight={700}
        />
      </div>
      <m.div
        className="standard-who"
        initial={{ opacity: 0 }}
        animate={{ opacity: 1 }}
        transition={beat(1)}
      >
        <FittedText text={unit} max={6.4} min={3.8} lines={2} weight={700} />
        <FittedText text={what} max={3} min={2.4} lines={2} weight={600} />
        <FittedText
          className="standard-count"
          text={t(story.isLast ? 'standard.all' : 'standard.count', { reached, count: of })}
          max={2.4}
          min={1.9}
          lines={1}
          weight={500}
        />
      </m.div>
    </div>
  );
}
