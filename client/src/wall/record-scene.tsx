import { m } from 'framer-motion';
import { useTranslation } from 'react-i18next';
import { beat } from '../motion/timing.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatAge, formatNumber } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import {
  firstHolder,
  gainPercent,
  gainText,
  headRecord,
  markText,
  sectorName,
  unitNames,
} from './story-words.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import type { RecordStory } from './takeover-story.ts';

interface Props {
  story: RecordStory;
  vocabulary: Vocabulary;
}

/** One fallen record: what, how much, who, and what it beat. */
export function RecordScene({ story, vocabulary }: Props) {
  const metric = vocabulary.metrics.get(story.metric);
  if (!metric) return null;
  return (
    <div className="scene">
      <div className="scene-slab">
        <Eyebrow story={story} vocabulary={vocabulary} />
        <m.div
          className="scene-value"
          initial={{ opacity: 0, transform: 'translateX(-6%)' }}
          animate={{ opacity: 1, transform: 'translateX(0%)' }}
          transition={beat(1)}
        >
          <FittedMark number={formatNumber(story.value, metric)} max={25} />
        </m.div>
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
        <m.div
          className="scene-names"
          initial={{ opacity: 0 }}
          animate={{ opacity: 1 }}
          transition={beat(2)}
        >
          <FittedText
            text={unitNames(vocabulary, story.units).join(betweenNames)}
            max={9}
            min={3.8}
            lines={10}
            weight={700}
          />
        </m.div>
        <Marks story={story} vocabulary={vocabulary} />
        <Beaten story={story} metric={metric} vocabulary={vocabulary} />
      </div>
    </div>
  );
}

function Eyebrow({ story, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const sector = sectorName(vocabulary, story.sector);
  const scopes = story.fallen.map((one) => one.scope);
  const record = scopes.includes('board')
    ? t('takeover.board')
    : t('takeover.sectorOf', { sector });
  const both = scopes.length > 1 ? ` ${t('takeover.both', { sector })}` : '';
  return (
    <m.p
      className="scene-eyebrow"
      initial={{ opacity: 0 }}
      animate={{ opacity: 1 }}
      transition={beat(0)}
    >
      <FittedText
        text={story.breakthrough ? t('takeover.breakthrough') : record}
        max={story.breakthrough ? 7.4 : 6}
        min={3.8}
        weight={700}
        lines={story.breakthrough ? 1 : 2}
      />
      {(story.breakthrough || both) && (
        <FittedText
          className="scene-also"
          text={(story.breakthrough ? `${record}${both}` : both).trim()}
          max={2.8}
          min={2.2}
          lines={3}
        />
      )}
    </m.p>
  );
}

/** Told later than a minute after it was posted, it says so: the wall was away, or the queue long. */
const lateMs = 60_000;

/** A longer one is fitted: broken where it happens to end it is hard to read. */
const shortSector = 30;

function Marks({ story, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const ageMs = useNow(1_000) - Date.parse(story.at);
  const sector = sectorName(vocabulary, story.sector);
  const isSectorTold = story.fallen.some(({ scope }) => scope === 'sector');
  return (
    <p className="scene-marks">
      {!isSectorTold && sector.length <= shortSector && <span>{sector}</span>}
      {!isSectorTold && sector.length > shortSector && (
        <span className="scene-sector">
          <FittedText text={sector} max={2.4} min={1.9} lines={2} weight={500} />
        </span>
      )}
      {story.units.length > 1 && <span>{t('takeover.joint')}</span>}
      {story.provisional && <span className="scene-provisional">{t('takeover.provisional')}</span>}
      {ageMs > lateMs && <span>{t('takeover.at', { age: formatAge(ageMs) })}</span>}
    </p>
  );
}

/** A longer number has a line of its own. */
const longNumber = 10;
/** More letters than this make a list of names that nobody reads in passing. */
const oneName = 60;

function Beaten({ story, metric, vocabulary }: Props & { metric: MetricInfo }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const previous = headRecord(story)?.previous;
  if (!previous) return null;
  const percent = gainPercent(metric, story.value, previous.value);
  const unit = metric.unitOfMeasure === '%' ? '' : unitBeside(metric);
  const old = formatNumber(previous.value, metric);
  const others = previous.holders.length - 1;
  const isCrowd = others > 0 && unitNames(vocabulary, previous.holders).join('').length > oneName;
  const holder = isCrowd
    ? t('takeover.holders', { ...firstHolder(vocabulary, previous), count: others })
    : markText(vocabulary, previous);
  return (
    <m.dl
      className="scene-beaten"
      initial={{ opacity: 0 }}
      animate={{ opacity: 1 }}
      transition={beat(4)}
    >
      <div>
        <dt>{t('takeover.better')}</dt>
        <dd className="scene-gain">
          <FittedMark
            number={gainText(metric, story.value, previous.value)}
            beside={[unit, percent && `(${percent})`].filter(Boolean).join(' ')}
            max={7}
          />
        </dd>
      </div>
      <div>
        <dt>{t('takeover.before')}</dt>
        <dd data-long={old.length > longNumber}>
          <b className="scene-old">{old}</b>
          <FittedText
            className="scene-holder"
            text={holder}
            max={2.2}
            min={1.9}
            lines={4}
            weight={500}
          />
        </dd>
      </div>
    </m.dl>
  );
}
