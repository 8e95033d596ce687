import type { MetricInfo } from '../store/board-store.ts';
import { AnimatePresence, m, useReducedMotion, type MotionStyle } from 'framer-motion';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MotionStage } from '../motion/motion-stage.tsx';
import { barsOf, marksByFrame, scaleOf } from '../replay/frames.ts';
import { usePast, type Past } from '../replay/use-past.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitApart, unitBeside } from '../ui/unit-beside.ts';
import { EmptyScene } from './empty-scene.tsx';
import { rowsThatFit } from './paging.ts';
import { useRegion } from './region.ts';
import './replay.css';
import type { SceneProps } from './scene-props.ts';
import { sceneOfStop } from './stops.ts';
import { WallHeader } from './wall-header.tsx';

/** The least height of a row: a long name in 8-metre type over its bar, in hundredths of the screen. */
const rowHeight = { landscape: 7.6, portrait: 10.4 };
/** A list wider than this, in hundredths of the screen, has its names on two lines at most. */
const landscapeWidth = 60;
const steps = 120;
const most = 12;
/** Of the time of a stop, the last part shows how it stands now. */
const runShare = 0.8;
/** With reduced motion the race goes on in so many steps. */
const reducedSteps = 8;

/** The frame that is shown: from the first to the last within the time of the stop. */
function useRun(length: number, stopMs: number): { index: number; frameMs: number } {
  const isReduced = useReducedMotion() ?? false;
  const [index, setIndex] = useState(0);
  const by = isReduced ? Math.max(1, Math.ceil(length / reducedSteps)) : 1;
  const ms = (stopMs * runShare * by) / Math.max(1, length);
  useEffect(() => {
    setIndex(0);
    const timer = setInterval(() => setIndex((old) => Math.min(length - 1, old + by)), ms);
    return () => clearInterval(timer);
  }, [length, by, ms]);
  return { index: Math.min(index, Math.max(0, length - 1)), frameMs: isReduced ? 0 : ms };
}

interface RunProps extends SceneProps {
  metric: MetricInfo;
  past: Past;
}

function Rows({
  vocabulary,
  metric,
  past,
  index,
  frameMs,
}: RunProps & { index: number; frameMs: number }) {
  const ref = useRef<HTMLOListElement>(null);
  const { heightPx, widthPx, unitPx } = useRegion(ref);
  const least = widthPx > landscapeWidth * unitPx ? rowHeight.landscape : rowHeight.portrait;
  const count = Math.min(most, rowsThatFit(heightPx, least * unitPx));
  const scale = useMemo(() => scaleOf(past.frames, metric), [past.frames, metric]);
  const frame = past.frames[index];
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const marks = useMemo(() => marksByFrame(past.frames, past.marks, zone), [past, zone]);
  const fallen = marks.get(index) ?? [];
  const transition = {
    duration: frameMs === 0 ? 0 : Math.min(0.9, frameMs / 600),
    ease: 'easeOut',
  } as const;
  return (
    <ol
      ref={ref}
      className="replay-rows"
      style={{ gridAutoRows: `${heightPx / Math.max(1, count)}px` }}
    >
      <AnimatePresence initial={false}>
        {(frame ? barsOf(frame, scale) : []).slice(0, count).map((bar) => {
          const unit = vocabulary.units.get(bar.id);
          const colour = sectorColour(vocabulary.sectors, unit?.sector);
          return (
            <m.li
              key={bar.id}
              layout="position"
              className="replay-row"
              initial={{ opacity: 0 }}
              animate={{ opacity: 1 }}
              exit={{ opacity: 0 }}
              transition={transition}
              data-shines={fallen.some(({ holders }) => holders.includes(bar.id))}
              style={{ '--sector': colour } as MotionStyle}
            >
              <span className="replay-place">{bar.place}</span>
              <span className="replay-who">
                <span className="replay-name">{unit?.name ?? bar.id}</span>
                <m.span
                  className="replay-bar"
                  initial={false}
                  animate={{ width: `${(bar.share * 100).toFixed(2)}%` }}
                  transition={transition}
                  aria-hidden="true"
                />
              </span>
              <span className="replay-score">
                {formatNumber(bar.score, metric)}
                {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
              </span>
            </m.li>
          );
        })}
      </AnimatePresence>
    </ol>
  );
}

function Run(props: RunProps) {
  const { t } = useTranslation('scenes');
  const { vocabulary, metric, past, settings } = props;
  const { index, frameMs } = useRun(past.frames.length, settings.stopMs);
  const frame = past.frames[index];
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const notes = [unitApart(metric), vocabulary.board?.name, t('replay.note')];
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={metric.name} notes={notes} />
      <section className="wall-replay" aria-label={t('replay.label')}>
        <p className="replay-date">{frame && formatDate(frame.at, zone)}</p>
        <Rows {...props} index={index} frameMs={frameMs} />
        <p className="replay-line" aria-hidden="true">
          <span style={{ width: `${(100 * (index + 1)) / Math.max(1, past.frames.length)}%` }} />
        </p>
      </section>
    </>
  );
}

/** How the ranking of a metric came about, from the first result to now, as a race of bars. */
export function ReplayScene(props: SceneProps) {
  const { t } = useTranslation('scenes');
  const { board, vocabulary, stop } = props;
  const scene = sceneOfStop(stop.key);
  const id = scene?.scene === 'replay' ? (scene.metric ?? '') : '';
  const metric = vocabulary.metrics.get(id);
  const past = usePast(
    board,
    { metric: metric?.id ?? '', by: 'unit', truth: 'recognised', from: '', to: '' },
    { steps, top: most },
  );
  const known = 'value' in past ? past.value : undefined;
  if (!metric) return null;
  if (!known || known.frames.length === 0) {
    const state = known ? 'empty' : past.kind === 'failed' ? 'failed' : 'loading';
    return <EmptyScene vocabulary={vocabulary} title={metric.name} text={t(`replay.${state}`)} />;
  }
  return (
    <MotionStage>
      <Run key={metric.id} {...props} metric={metric} past={known} />
    </MotionStage>
  );
}
