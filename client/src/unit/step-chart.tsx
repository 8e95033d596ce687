import type { ProgressionMark, ResultRow, Scope } from '@emulation/shared';
import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { headline } from '../ui/unit-beside.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { Axes } from './chart-axes.tsx';
import { Notes, StandardLine } from './chart-notes.tsx';
import styles from './step-chart.module.css';
import { scale, spanOf, stepPath, type Frame } from './step-geometry.ts';
import { useWidth } from './use-width.ts';

interface Props {
  marks: readonly ProgressionMark[];
  metric: MetricInfo;
  vocabulary: Vocabulary;
  scope: Scope;
  sector: string;
  /** The unit's own results, as dots behind the line. */
  dots: readonly ResultRow[];
  /** The level that is asked of every unit, as a line across. */
  standard?: string | undefined;
}

const noDots: readonly ResultRow[] = [];

const timeOf = (at: string) => Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at);
const dotsFor = ({ scope, dots }: Props) => (scope === 'unit' ? dots : noDots);

function frameOf(width: number): Frame {
  const height = Math.round(Math.min(420, Math.max(240, width * 0.46)));
  return { width, height, left: 54, right: 20, top: 16, bottom: 30 };
}

function useChart(props: Props, width: number) {
  const frame = frameOf(width);
  const points = props.marks.map(({ achievedAt, value }) => ({
    at: timeOf(achievedAt),
    value: Number(value),
  }));
  const dots = dotsFor(props).map(({ achievedAt, value }) => ({
    at: timeOf(achievedAt),
    value: Number(value),
  }));
  const all = [...points, ...dots];
  const times = spanOf(
    all.map(({ at }) => at),
    0.02,
  );
  const values = spanOf(
    [...all.map(({ value }) => value), ...(props.standard ? [Number(props.standard)] : [])],
    0.08,
  );
  const x = scale(times, frame.left, frame.width - frame.right);
  const y = scale(values, frame.height - frame.bottom, frame.top);
  const place = (point: { at: number; value: number }) => ({ x: x(point.at), y: y(point.value) });
  return { frame, times, values, x, y, marks: points.map(place), dots: dots.map(place) };
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(count - 1, index + 1);
  if (key === 'ArrowLeft') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function Reading({ mark, metric, vocabulary }: Props & { mark: ProgressionMark }) {
  const { t } = useTranslation('unit');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const names = mark.holders.map((id) => vocabulary.units.get(id)?.name ?? id).join(', ');
  return (
    <p className={styles.reading} aria-live="polite">
      <strong>{headline(mark.value, metric)}</strong>
      <span>{formatDate(mark.achievedAt, timeZone)}</span>
      <span>{names}</span>
      <span>{t(`progress.${mark.kind}`)}</span>
      {mark.state === 'provisional' && <span>{t('common:state.provisional')}</span>}
    </p>
  );
}

/** The line of records as steps. The mark looked at is read out above the chart. */
export function StepChart(props: Props) {
  const { t } = useTranslation('unit');
  const { marks, metric, vocabulary, scope, sector, standard } = props;
  const [box, width] = useWidth();
  const [chosen, setChosen] = useState<number>();
  // Until somebody chooses a mark it is the newest one, also after another has come.
  const index = Math.min(chosen ?? marks.length - 1, marks.length - 1);
  const chart = useChart(props, width);
  const { frame } = chart;
  const mark = marks[index];
  const at = chart.marks[index];
  const colour = scope === 'board' ? 'var(--gold)' : sectorColour(vocabulary.sectors, sector);
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const day = (one: ProgressionMark | undefined) => (one ? formatDate(one.achievedAt, zone) : '');
  const label = t('progress.chart', {
    metric: metric.name,
    count: marks.length,
    first: day(marks[0]),
    last: day(marks.at(-1)),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const nearest = (clientX: number, left: number) => {
    const distances = chart.marks.map(({ x }) => Math.abs(x - (clientX - left)));
    setChosen(distances.indexOf(Math.min(...distances)));
  };
  return (
    <div ref={box} className={styles.chart} style={{ '--line-colour': colour } as CSSProperties}>
      {mark && <Reading {...props} mark={mark} />}
      <svg
        width={frame.width}
        height={frame.height}
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={marks.length}
        aria-valuenow={index + 1}
        aria-valuetext={mark && `${formatValue(mark.value, metric)}, ${day(mark)}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) =>
          nearest(event.clientX, event.currentTarget.getBoundingClientRect().left)
        }
        onPointerMove={(event) =>
          nearest(event.clientX, event.currentTarget.getBoundingClientRect().left)
        }
      >
        <Axes {...chart} metric={metric} />
        {chart.dots.map(({ x, y }, i) => (
          <circle key={props.dots[i]?.id} className={styles.dot} cx={x} cy={y} r={3} />
        ))}
        {standard !== undefined && (
          <StandardLine
            y={chart.y(Number(standard))}
            frame={frame}
            text={t('progress.standard', { value: formatValue(standard, metric) })}
          />
        )}
        <path className={styles.line} d={stepPath(chart.marks, frame.width - frame.right)} />
        {chart.marks.map(({ x, y }, i) => (
          <circle
            key={marks[i]?.result}
            className={styles.mark}
            data-kind={marks[i]?.kind}
            cx={x}
            cy={y}
            r={i === index ? 7 : 4}
          />
        ))}
        <Notes places={chart.marks} marks={marks} metric={metric} end={frame.width - frame.right} />
        {at && (
          <path
            className={styles.cursor}
            d={`M${at.x} ${frame.top}V${frame.height - frame.bottom}`}
          />
        )}
      </svg>
    </div>
  );
}
