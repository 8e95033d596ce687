import type { ProgressionMark } from '@emulation/shared';
import { AnimatePresence, m, type MotionStyle, type Transition } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import type { RankingFrame } from '../api/looking-back.ts';
import { atOnce } from '../motion/timing.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { barsOf, type Bar, type Scale } from './frames.ts';
import styles from './race.module.css';

interface Props {
  frame: RankingFrame;
  /** How many of them. */
  rows: number;
  by: 'unit' | 'sector';
  metric: MetricInfo;
  vocabulary: Vocabulary;
  scale: Scale;
  /** Records that fell at this moment: their holders shine. */
  fallen: readonly ProgressionMark[];
  frameMs: number;
}

/** As long as a moment stands, so that bars never wait for each other. */
const glide = (frameMs: number): Transition => ({
  duration: Math.min(0.9, (frameMs / 1000) * 1.6),
  ease: 'easeOut',
});

function Row(props: Props & { bar: Bar }) {
  const { bar, by, metric, vocabulary, fallen, frameMs } = props;
  const { units, sectors } = vocabulary;
  const sector = by === 'unit' ? units.get(bar.id)?.sector : bar.id;
  const name = (by === 'unit' ? units.get(bar.id) : sectors.get(bar.id))?.name ?? bar.id;
  const shines = by === 'unit' && fallen.some(({ holders }) => holders.includes(bar.id));
  return (
    <m.li
      layout="position"
      className={styles.row}
      initial={{ opacity: 0 }}
      animate={{ opacity: 1 }}
      exit={{ opacity: 0 }}
      transition={glide(frameMs)}
      data-shines={shines}
      style={{ '--sector': sectorColour(sectors, sector) } as MotionStyle}
    >
      <span className={styles.place}>{bar.place}</span>
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <m.span
          className={styles.bar}
          initial={false}
          animate={{ width: `${(bar.share * 100).toFixed(2)}%` }}
          transition={frameMs === 0 ? atOnce : glide(frameMs)}
          aria-hidden="true"
        />
      </span>
      <span className={styles.score}>
        {formatNumber(bar.score, metric)}
        {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
      </span>
    </m.li>
  );
}

/** The first rows of a moment as bars that travel and grow. */
export function Race(props: Props) {
  const { t } = useTranslation('replay');
  const { frame, rows, scale, metric } = props;
  const say = (value: number) => formatNumber(value.toFixed(metric.decimals), metric);
  return (
    <figure className={styles.race}>
      <ol className={styles.rows}>
        <AnimatePresence initial={false}>
          {barsOf(frame, scale)
            .slice(0, rows)
            .map((bar) => (
              <Row key={bar.id} {...props} bar={bar} />
            ))}
        </AnimatePresence>
      </ol>
      <figcaption className={styles.scale}>
        {scale.kind === 'zero'
          ? t('scale.zero')
          : t('scale.range', { worst: say(scale.worst), best: say(scale.best) })}
      </figcaption>
    </figure>
  );
}
