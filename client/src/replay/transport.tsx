import type { ProgressionMark } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { keyIndex, type Tape } from './player.ts';
import { speeds, type Speed } from './replay-query.ts';
import styles from './transport.module.css';

interface Props {
  tape: Tape;
  /** The moment shown, in words. */
  moment: string;
  first: string;
  last: string;
  marks: ReadonlyMap<number, readonly ProgressionMark[]>;
  speed: Speed;
  show: (index: number) => void;
  playOrPause: () => void;
  setSpeed: (speed: Speed) => void;
}

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.icon}>
      <path d={path} fill="currentColor" />
    </svg>
  );
}

const icons = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4.5v16H6zM13.5 4H18v16h-4.5z',
  first: 'M5 4h3v16H5zM20 4v16L9 12z',
  before: 'M18 4v16L6 12z',
  after: 'M6 4v16l12-8z',
  last: 'M16 4h3v16h-3zM4 4v16l11-8z',
};

function Steps({ tape, show }: Pick<Props, 'tape' | 'show'>) {
  const { t } = useTranslation('replay');
  const steps = [
    ['first', 0],
    ['before', tape.index - 1],
    ['after', tape.index + 1],
    ['last', tape.length - 1],
  ] as const;
  return steps.map(([name, index]) => (
    <button
      key={name}
      type="button"
      className={button.button}
      aria-label={t(`transport.${name}`)}
      disabled={index < 0 || index >= tape.length || index === tape.index}
      onClick={() => show(index)}
    >
      <Icon path={icons[name]} />
    </button>
  ));
}

function Scrubber({ tape, moment, marks, show }: Props) {
  const { t } = useTranslation('replay');
  const most = Math.max(1, tape.length - 1);
  return (
    <div className={styles.scrubber}>
      <div className={styles.ticks} aria-hidden="true">
        {[...marks.keys()].map((index) => (
          <span key={index} style={{ insetInlineStart: `${(index / most) * 100}%` }} />
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={most}
        step={1}
        value={tape.index}
        aria-label={t('transport.moment')}
        aria-valuetext={moment}
        onChange={(event) => show(Number(event.target.value))}
        onKeyDown={(event) => {
          const next = keyIndex(event.key, tape);
          if (next === undefined) return;
          event.preventDefault();
          show(next);
        }}
      />
    </div>
  );
}

/** Play, pause, step and scrub. Small gold strokes on the line are records that fell. */
export function Transport(props: Props) {
  const { t } = useTranslation('replay');
  const { tape, speed, playOrPause, setSpeed, first, last } = props;
  return (
    <section className={styles.transport} data-foot aria-label={t('transport.label')}>
      <div className={styles.buttons}>
        <button type="button" className={button.primary} onClick={playOrPause}>
          <Icon path={tape.isPlaying ? icons.pause : icons.play} />
          <span>{t(tape.isPlaying ? 'transport.pause' : 'transport.play')}</span>
        </button>
        <Steps {...props} />
        <label className={styles.speed}>
          <span>{t('transport.speed')}</span>
          <select value={speed} onChange={(event) => setSpeed(event.target.value as Speed)}>
            {speeds.map((one) => (
              <option key={one} value={one}>
                {t('transport.times', { factor: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Scrubber {...props} />
      <p className={styles.ends} aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </section>
  );
}
