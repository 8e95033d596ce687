import type { ProgressionMark } from '@emulation/shared';
import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricInfo, UnitInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { headline } from '../ui/unit-beside.ts';
import { Axes } from '../unit/chart-axes.tsx';
import { stepPath, type Frame } from '../unit/step-geometry.ts';
import { useWidth } from '../unit/use-width.ts';
import { toneOf } from './tones.ts';
import { markAt, momentsOf, overlayOf } from './overlay.ts';
import styles from './overlay.module.css';

interface Props {
  units: readonly UnitInfo[];
  lines: readonly (readonly ProgressionMark[])[];
  metric: MetricInfo;
  vocabulary: Vocabulary;
}

function frameOf(width: number): Frame {
  const height = Math.round(Math.min(460, Math.max(260, width * 0.42)));
  return { width, height, left: 54, right: 20, top: 16, bottom: 30 };
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(count - 1, index + 1);
  if (key === 'ArrowLeft') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function Reading({ units, lines, metric, moment, zone }: Props & { moment: number; zone: string }) {
  const { t } = useTranslation('compare');
  return (
    <div className={styles.reading} aria-live="polite">
      <span className={styles.moment}>
        {formatDate(new Date(moment).toISOString().slice(0, 10), zone)}
      </span>
      {units.map((unit, at) => {
        const mark = lines[at]?.[markAt(lines[at] ?? [], moment)];
        const tone = { '--tone': toneOf(at).colour } as CSSProperties;
        return (
          <span key={unit.id} className={styles.key} style={tone}>
            <svg viewBox="0 0 30 8" aria-hidden="true">
              <path d="M0 4H30" strokeDasharray={toneOf(at).dash} />
            </svg>
            {unit.name}
            <strong>{mark ? headline(mark.value, metric) : t('nothingYet')}</strong>
          </span>
        );
      })}
    </div>
  );
}

/** The lines of unit bests over each other; the moment looked at is read out above. */
export function OverlayChart(props: Props) {
  const { t } = useTranslation('compare');
  const { units, lines, metric, vocabulary } = props;
  const [box, width] = useWidth();
  const [chosen, setChosen] = useState<number>();
  const frame = frameOf(width);
  const overlay = overlayOf(lines, frame);
  const moments = momentsOf(lines);
  const index = Math.min(chosen ?? moments.length - 1, moments.length - 1);
  const moment = moments[index];
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index, moments.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const nearest = (clientX: number, left: number) => {
    const distances = moments.map((at) => Math.abs((overlay?.x(at) ?? 0) - (clientX - left)));
    setChosen(distances.indexOf(Math.min(...distances)));
  };
  const say = (at: number) =>
    units
      .map((unit, of) => {
        const mark = lines[of]?.[markAt(lines[of] ?? [], at)];
        return `${unit.name}: ${mark ? formatValue(mark.value, metric) : t('nothingYet')}`;
      })
      .join('; ');
  return (
    <div ref={box} className={styles.chart}>
      {!overlay || moment === undefined ? (
        <p className={styles.none}>{t('noLines')}</p>
      ) : (
        <>
          <Reading {...props} moment={moment} zone={zone} />
          <svg
            width={frame.width}
            height={frame.height}
            role="slider"
            aria-label={t('chart', { metric: metric.name, count: units.length })}
            aria-valuemin={1}
            aria-valuemax={moments.length}
            aria-valuenow={index + 1}
            aria-valuetext={say(moment)}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) =>
              nearest(event.clientX, event.currentTarget.getBoundingClientRect().left)
            }
            onPointerMove={(event) =>
              nearest(event.clientX, event.currentTarget.getBoundingClientRect().left)
            }
          >
            <Axes frame={frame} {...overlay} metric={metric} />
            <path
              className={styles.cursor}
              d={`M${overlay.x(moment)} ${frame.top}V${frame.height - frame.bottom}`}
            />
            {overlay.lines.map((points, at) => (
              <g key={units[at]?.id} style={{ '--tone': toneOf(at).colour } as CSSProperties}>
                <path
                  className={styles.line}
                  strokeDasharray={toneOf(at).dash}
                  d={stepPath(points, frame.width - frame.right)}
                />
                {points.map(({ x, y }, of) => (
                  <circle
                    key={lines[at]?.[of]?.result}
                    className={styles.mark}
                    cx={x}
                    cy={y}
                    r={4}
                  />
                ))}
              </g>
            ))}
          </svg>
        </>
      )}
    </div>
  );
}
