import { m } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatScore } from '../ui/score-text.ts';
import { betweenNames } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { unitNames } from './story-words.ts';
import type { DriveStory } from './takeover-story.ts';
import './standard-scene.css';

/** A drive that starts, freezes, closes or is final: a band that leaves the standings in sight. */
export function DriveStateScene({
  story,
  vocabulary,
}: {
  story: DriveStory;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { to, name, score } = story;
  const leaders = unitNames(vocabulary, story.units).join(betweenNames);
  const isWon = leaders !== '' && score !== null;
  return (
    <div className="scene-standard">
      <div className="standard-slab">
        <FittedText text={t(`drive.told.${to}`)} max={4.4} min={3} lines={3} weight={700} />
      </div>
      <m.div
        className="standard-who"
        initial={{ opacity: 0 }}
        animate={{ opacity: 1 }}
        transition={beat(1)}
      >
        <FittedText text={isWon ? leaders : name} max={6.4} min={3.8} lines={2} weight={700} />
        <FittedText
          text={
            isWon ? t('drive.won', { name, score: formatScore(score) }) : t(`drive.means.${to}`)
          }
          max={3}
          min={2.4}
          lines={2}
          weight={600}
        />
      </m.div>
    </div>
  );
}
