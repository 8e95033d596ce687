import { m, useReducedMotion } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat, stamp } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { sectorName, unitNames } from './story-words.ts';
import type { SealStory } from './takeover-story.ts';
import './seal.css';

interface Props {
  stories: readonly SealStory[];
  vocabulary: Vocabulary;
}

/** The stamp comes down once and stays, a little askew as stamps are. */
const pressed = {
  initial: { opacity: 0, transform: 'scale(1.7) rotate(-4deg)' },
  animate: { opacity: 1, transform: 'scale(1) rotate(-9deg)' },
  transition: stamp,
};
const shown = { initial: { opacity: 0 }, animate: { opacity: 1 } };

function Stamp() {
  const isStill = useReducedMotion() === true;
  return (
    <m.svg
      className="seal-stamp"
      viewBox="-50 -50 100 100"
      aria-hidden="true"
      {...(isStill ? shown : pressed)}
    >
      <circle className="seal-ring" r="46" />
      <circle className="seal-core" r="36" />
      <path className="seal-tick" d="M-17 2 -5 14 18 -12" />
    </m.svg>
  );
}

function SealLine({ story, vocabulary }: { story: SealStory; vocabulary: Vocabulary }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  const record =
    story.scope === 'board'
      ? t('takeover.board')
      : t('takeover.sectorOf', { sector: sectorName(vocabulary, story.sector) });
  return (
    <>
      <span className="seal-value">
        <FittedMark
          number={formatNumber(story.value, metric)}
          beside={unitBeside(metric)}
          max={13}
        />
      </span>
      <span className="seal-name">
        <FittedText
          text={unitNames(vocabulary, story.units).join(betweenNames)}
          max={8}
          min={2.8}
          lines={8}
          weight={700}
        />
      </span>
      <span className="seal-note">
        <FittedText
          text={[story.breakthrough ? t('takeover.breakthrough') : '', record, metric.name]
            .filter(Boolean)
            .join(' · ')}
          max={2.6}
          orElse={metric.name}
          isOptional
          min={1.9}
          lines={2}
          weight={500}
        />
      </span>
    </>
  );
}

/** Records that have been verified: calmer than their announcement, and for good. */
export function SealScene({ stories, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  return (
    <div className="scene scene-seal">
      <div className="seal-side">
        <Stamp />
        <p className="seal-word">
          <FittedText
            text={t('takeover.sealed', { count: stories.length })}
            max={5}
            min={3.81}
            lines={3}
            weight={700}
          />
        </p>
      </div>
      <ol className="seal-list">
        {stories.map((story, index) => (
          <m.li
            key={story.result}
            data-joint={story.units.length > 1}
            initial={{ opacity: 0 }}
            animate={{ opacity: 1 }}
            transition={beat(index + 2)}
          >
            <SealLine story={story} vocabulary={vocabulary} />
          </m.li>
        ))}
      </ol>
    </div>
  );
}
