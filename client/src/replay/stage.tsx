import type { ProgressionMark } from '@emulation/shared';
import { AnimatePresence, m } from 'framer-motion';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appear } from '../motion/timing.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate } from '../ui/format.ts';
import { headline, unitApart } from '../ui/unit-beside.ts';
import { frameIndex, marksByFrame, scaleOf } from './frames.ts';
import { Race } from './race.tsx';
import type { ChangeReplay, ReplayQuery } from './replay-query.ts';
import styles from './stage.module.css';
import { useRowCount } from './use-row-count.ts';
import { ThenPanel } from './then-panel.tsx';
import { Transport } from './transport.tsx';
import type { Past } from './use-past.ts';
import { useSpaceKey } from './use-space-key.ts';
import { useTape } from './use-tape.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  query: ReplayQuery;
  change: ChangeReplay;
  past: Past;
}

/** The record that falls now, over the race for a moment. */
function Flash({
  mark,
  metric,
  vocabulary,
}: Pick<Props, 'metric' | 'vocabulary'> & { mark: ProgressionMark }) {
  const { t } = useTranslation('replay');
  const names = mark.holders.map((id) => vocabulary.units.get(id)?.name ?? id).join(', ');
  return (
    <m.p
      key={mark.result}
      className={styles.flash}
      initial={{ opacity: 0, x: -24 }}
      animate={{ opacity: 1, x: 0 }}
      exit={{ opacity: 0 }}
      transition={appear}
    >
      <strong>{headline(mark.value, metric)}</strong>
      <span>{t(mark.kind === 'new' ? 'flash.broken' : 'flash.equalled', { names })}</span>
    </m.p>
  );
}

/** Frames for which a record goes on shining after it fell. */
const shineFrames = 6;

function shining(
  marks: ReadonlyMap<number, readonly ProgressionMark[]>,
  index: number,
): readonly ProgressionMark[] {
  for (let at = index; at > Math.max(-1, index - shineFrames); at--) {
    const found = marks.get(at);
    if (found) return found;
  }
  return [];
}

/** The date, the race and the rest of the board at that moment, with the means to move through it. */
export function Stage({ board, vocabulary, metric, query, change, past }: Props) {
  const { t } = useTranslation('replay');
  const { frames } = past;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const tape = useTape({
    length: frames.length,
    index: frameIndex(frames, query.at, timeZone),
    isPlaying: query.play,
    speed: Number(query.speed),
  });
  const scale = useMemo(() => scaleOf(frames, metric), [frames, metric]);
  // As announced, records are those of the feed: the line knows only when they were achieved.
  const marks = useMemo(
    () => marksByFrame(frames, query.truth === 'recognised' ? past.marks : [], timeZone),
    [frames, past.marks, query.truth, timeZone],
  );
  const frame = frames[tape.index];
  const rows = useRowCount();
  const { index, isPlaying, playOrPause } = tape;
  useSpaceKey(playOrPause);
  // The address follows when the tape stands still, and says when it runs.
  const at = index === frames.length - 1 ? '' : (frame?.at ?? '');
  const known = useRef({ at, isPlaying });
  useEffect(() => {
    const was = known.current;
    if (was.isPlaying === isPlaying && (isPlaying || was.at === at)) return;
    known.current = { at, isPlaying };
    change(isPlaying ? { play: '1' } : { play: '', at });
  }, [at, isPlaying, change]);
  if (!frame) return null;
  const fallen = shining(marks, index);
  const [flash] = fallen.slice(-1);
  const moment = formatDate(frame.at, timeZone);
  const say = (one: typeof frame | undefined) => (one ? formatDate(one.at, timeZone) : '');
  return (
    <>
      <div className={styles.stage}>
        <div className={styles.now}>
          <p className={styles.metric}>
            {[metric.name, unitApart(metric)].filter(Boolean).join(' · ')}
          </p>
          <p className={styles.date}>{moment}</p>
          <p className={styles.counts}>
            <span>{t('results', { count: frame.results })}</span>
            <span>{t(`ranked.${query.by}`, { count: frame.ranked })}</span>
          </p>
          <div className={styles.flashes}>
            <AnimatePresence mode="wait">
              {flash && <Flash key={flash.result} {...{ metric, vocabulary }} mark={flash} />}
            </AnimatePresence>
          </div>
        </div>
        <div className={styles.race}>
          {frame.ids.length === 0 ? (
            <p className={styles.before}>{t('before')}</p>
          ) : (
            <Race
              {...{ frame, rows, metric, vocabulary, scale, fallen }}
              by={query.by}
              frameMs={tape.frameMs}
            />
          )}
        </div>
        <ThenPanel {...{ board, vocabulary, metric }} truth={query.truth} at={frame.at} />
      </div>
      <Transport
        {...{ tape, moment, marks, playOrPause }}
        first={say(frames[0])}
        last={say(frames.at(-1))}
        speed={query.speed}
        show={tape.show}
        setSpeed={(speed) => change({ speed })}
      />
    </>
  );
}
