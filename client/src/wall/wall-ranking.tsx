import type { FormRow, RankingRow } from '@emulation/shared';
import { useEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingList } from '../motion/travelling-list.tsx';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { markEms } from './fitted-mark.tsx';
import { leading } from './fitted-text.tsx';
import { leastType } from './least-type.ts';
import { PageMarks } from './page-marks.tsx';
import { pageCount, pageOf, pageWith, rowsThatFit } from './paging.ts';
import { RankingLine } from './ranking-line.tsx';
import { useRegion } from './region.ts';
import { rowHeightFor } from './row-height.ts';
import { createMeasure, useFaces } from './text-measure.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import type { WallStop } from './wall-stops.ts';

interface Props {
  vocabulary: Vocabulary;
  metric: MetricInfo;
  rows: readonly RankingRow[];
  stop: Pick<WallStop, 'page' | 'focus' | 'setPages'>;
  /** What stands under a unit's name in the place of its sector. */
  under?: (unit: string) => ReactNode;
  /** By how many places each has moved today. */
  moves?: ReadonlyMap<string, number | 'new'>;
  form?: ReadonlyMap<string, FormRow>;
}

/** A score is read before a name, but leaves it this much of the row. */
const scoreShare = 0.38;
const scoreSize = 4.04;
/** Place, bar, gaps and edge: what else stands beside a name. */
const besideName = 11;
/** Shorter names need no more than the usual lines. */
const longName = 24;
/** Few rows grow into the room that more would take. */
const largestScale = 1.8;

/** The widest of all rows, on whichever page: the longest name in ems of its type, the longest score in its. */
function useLongest({ rows, vocabulary, metric }: Props, faces: number) {
  const { units } = vocabulary;
  return useMemo(() => {
    const measure = createMeasure(600, faces);
    const names = rows.flatMap(({ unit = '' }) => units.get(unit)?.name ?? unit);
    const widths = names.filter((name) => name.length > longName).map(measure);
    const scores = rows.map(({ score }) => score);
    const score = scores.reduce((most, one) => (one.length > most.length ? one : most), '0');
    return {
      name: Math.max(0, ...widths),
      score: markEms(formatNumber(score, metric), unitBeside(metric), faces),
    };
  }, [rows, units, metric, faces]);
}

export function WallRanking(props: Props) {
  const { vocabulary, metric, rows, stop, under, moves, form } = props;
  const { t } = useTranslation('wall');
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, widthPx, unitPx } = useRegion(ref);
  const faces = useFaces();
  const shape = window.innerWidth >= window.innerHeight ? 'landscape' : 'portrait';
  const longest = useLongest(props, faces);
  const rowPx = rowHeightFor(shape, {
    width: longest.name * leastType,
    place:
      widthPx / Math.max(1, unitPx) -
      besideName -
      Math.min((scoreShare * widthPx) / Math.max(1, unitPx), scoreSize * longest.score),
    line: leastType * leading,
  });
  const perPage = rowsThatFit(heightPx, rowPx * unitPx);
  const pages = pageCount(rows.length, perPage);
  const isLit = (row: RankingRow) => stop.focus.includes(row.unit ?? '');
  const page = rows.some(isLit) ? pageWith(rows, isLit, perPage) : Math.min(stop.page, pages - 1);
  const { setPages } = stop;
  useEffect(() => setPages(pages), [setPages, pages]);
  const leader = rows[0]?.score;
  const shown = pageOf(rows, page, perPage);
  const scale = Math.min(largestScale, Math.max(1, perPage / Math.max(1, rows.length)));
  const keyOf = (row: RankingRow) => `${metric.id} ${row.unit}`;
  const ems = shown.map((row) =>
    markEms(formatNumber(row.score, metric), unitBeside(metric), faces),
  );
  const scorePx = Math.min(
    scoreSize * scale * unitPx,
    (scoreShare * widthPx) / Math.max(0.01, ...ems),
  );
  const sizes = {
    '--scale': scale,
    '--score': `${scorePx}px`,
    gridAutoRows: `${(heightPx / perPage) * scale}px`,
  } as CSSProperties; // its type does not know custom properties
  return (
    <section className="wall-ranking" aria-label={t('ranking')}>
      <div ref={ref} className="ranking-region">
        <TravellingList items={shown} keyOf={keyOf} className="ranking-list" style={sizes}>
          {(row) => (
            <RankingLine
              key={keyOf(row)}
              row={row}
              leader={leader ?? row.score}
              metric={metric}
              vocabulary={vocabulary}
              lit={isLit(row)}
              scale={scale}
              under={under?.(row.unit ?? '')}
              move={moves?.get(row.unit ?? '')}
              last={form?.get(row.unit ?? '')?.last}
            />
          )}
        </TravellingList>
      </div>
      <PageMarks page={page} pages={pages} />
    </section>
  );
}
