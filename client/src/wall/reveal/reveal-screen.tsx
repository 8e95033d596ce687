import { AnimatePresence, m, useReducedMotion } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat, breaths, settle, strike, travel } from '../../motion/timing.ts';
import type { Vocabulary } from '../../store/board-store.ts';
import { formatScore } from '../../ui/score-text.ts';
import { betweenNames } from '../fit.ts';
import { FittedText } from '../fitted-text.tsx';
import { isDramatic, podiumOf, type Reveal, type RevealedRow, type RevealScene } from './reveal.ts';
import './reveal.css';

interface Props {
  reveal: Reveal;
  scene: RevealScene;
  vocabulary: Vocabulary;
}

const nameOf = ({ units }: Vocabulary, unit: string) => units.get(unit)?.name ?? unit;

/** The whole screen while a closed drive is revealed; the same on every wall. */
export function RevealScreen(props: Props) {
  const { reveal, scene } = props;
  const isStill = useReducedMotion() === true;
  const key = scene === 'step' ? `step ${reveal.since}` : scene;
  return (
    <section className="reveal" role="status" data-scene={scene}>
      <AnimatePresence>
        <m.div
          key={key}
          className="reveal-scene"
          initial={isStill ? { opacity: 0 } : wipe.initial}
          animate={isStill ? { opacity: 1 } : wipe.animate}
          exit={{ opacity: 0, transition: settle }}
          transition={strike}
        >
          {scene === 'step' && <StepScene {...props} isStill={isStill} />}
          {scene === 'list' && <ListScene {...props} />}
          {scene === 'podium' && <PodiumScene {...props} />}
        </m.div>
      </AnimatePresence>
    </section>
  );
}

const wipe = {
  initial: { clipPath: 'polygon(0% 0%, 0% 0%, -30% 100%, -30% 100%)' },
  animate: { clipPath: 'polygon(0% 0%, 130% 0%, 100% 100%, -30% 100%)' },
};

/** Places of the step first, then a breath, then who it is: among the last three a longer one. */
function StepScene({ reveal, vocabulary, isStill }: Props & { isStill: boolean }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const [first] = reveal.fresh;
  if (!first) return null;
  const isWinner = reveal.left === 0;
  const breath = isStill
    ? breaths.still
    : isWinner
      ? breaths.winner
      : isDramatic(reveal)
        ? breaths.dramatic
        : breaths.usual;
  return (
    <div className="reveal-step" data-winner={isWinner}>
      <div className="reveal-slab" aria-hidden="true" />
      <p className="reveal-place">
        <span>{t('reveal.place')}</span>
        <b>{first.place}</b>
      </p>
      <m.div
        className="reveal-who"
        initial={{ opacity: 0, ...(isStill ? {} : { x: '4%' }) }}
        animate={{ opacity: 1, x: 0 }}
        transition={{ ...beat(0), delay: breath }}
      >
        <FittedText
          text={reveal.fresh.map(({ unit }) => nameOf(vocabulary, unit)).join(betweenNames)}
          max={11}
          min={4}
          lines={6}
          weight={700}
        />
        <p className="reveal-score">{t('reveal.score', { score: formatScore(first.score) })}</p>
        <p className="reveal-drive">{reveal.name}</p>
      </m.div>
    </div>
  );
}

/** As many as a hall can read; the newest, which are the best, on top. */
const listed = { landscape: 6, portrait: 8 };
const listedHere = () => listed[window.innerWidth >= window.innerHeight ? 'landscape' : 'portrait'];

function ListScene({ reveal, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows, left } = reveal;
  const most = listedHere();
  return (
    <div className="reveal-list-scene">
      <header className="reveal-head">
        <h1>{reveal.name}</h1>
        {left !== undefined && <p>{t('reveal.left', { count: left })}</p>}
      </header>
      <ol className="reveal-list">
        {rows.slice(0, most).map((row) => (
          <m.li
            key={row.unit}
            layout="position"
            className="reveal-row"
            initial={{ opacity: 0, y: '60%' }}
            animate={{ opacity: 1, y: 0 }}
            transition={travel}
            data-fresh={reveal.fresh.some(({ unit }) => unit === row.unit)}
          >
            <Row row={row} vocabulary={vocabulary} />
          </m.li>
        ))}
      </ol>
      {rows.length > most && (
        <p className="reveal-more">{t('reveal.more', { count: rows.length - most })}</p>
      )}
    </div>
  );
}

function Row({ row, vocabulary }: { row: RevealedRow; vocabulary: Vocabulary }) {
  return (
    <>
      <b className="reveal-row-place">{row.place}</b>
      <FittedText
        className="reveal-row-name"
        text={nameOf(vocabulary, row.unit)}
        max={4.2}
        min={2.4}
        lines={3}
        weight={600}
      />
      <span className="reveal-row-score">{formatScore(row.score)}</span>
    </>
  );
}

function PodiumScene({ reveal, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  return (
    <div className="reveal-podium-scene">
      <header className="reveal-head">
        <h1>{reveal.name}</h1>
        <p>{t('reveal.over')}</p>
      </header>
      <ol className="reveal-podium">
        {podiumOf(reveal.rows).map(({ place, rows }) => (
          <m.li
            key={place}
            className="reveal-step-of-podium"
            data-place={place}
            initial={{ opacity: 0, y: '12%' }}
            animate={{ opacity: 1, y: 0 }}
            transition={beat(3 - place)}
          >
            <div className="reveal-podium-name">
              <FittedText
                text={rows.map(({ unit }) => nameOf(vocabulary, unit)).join(betweenNames)}
                max={place === 1 ? 6 : 4.6}
                min={2.2}
                whole={1.9}
                lines={5}
                weight={700}
              />
            </div>
            <div className="reveal-block">
              <b>{place}</b>
              <span>{rows[0] && formatScore(rows[0].score)}</span>
            </div>
          </m.li>
        ))}
      </ol>
    </div>
  );
}
