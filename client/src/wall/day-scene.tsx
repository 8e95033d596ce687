import type { DayRecordRow } from '@emulation/shared';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingList } from '../motion/travelling-list.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitApart, unitBeside } from '../ui/unit-beside.ts';
import { formatClock } from './clock.ts';
import { orderOfDay } from './day-records.ts';
import { EmptyScene } from './empty-scene.tsx';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { PageMarks } from './page-marks.tsx';
import { pageCount, pageOf, rowsThatFit } from './paging.ts';
import { useRegion } from './region.ts';
import type { SceneProps } from './scene-props.ts';
import { gainText, sectorName, unitNames } from './story-words.ts';
import { WallHeader } from './wall-header.tsx';
import './day.css';

/** The least height of a line, in hundredths of the screen. */
const lineHeight = {
  landscape: { usual: 11, long: 14.6 },
  portrait: { usual: 15, long: 17 },
};
/** More letters than these need more lines of the least type. */
const longest = { names: 70, metric: 36 };

interface Records {
  records: readonly DayRecordRow[];
}

function Line({ row, vocabulary }: { row: DayRecordRow; vocabulary: Vocabulary }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(row.metric);
  if (!metric) return null;
  const sector = sectorName(vocabulary, row.sector);
  const record = row.breakthrough
    ? t('takeover.breakthrough')
    : row.scope === 'board'
      ? t('takeover.board')
      : t('takeover.sectorOf', { sector });
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const notes = [
    record,
    metric.name,
    unitApart(metric),
    formatClock(Date.parse(row.receivedAt), zone, localeOf()),
    row.state === 'verified' ? t('day.verified') : t('takeover.provisional'),
    row.stands ? '' : t('day.beaten'),
  ];
  return (
    <TravellingRow
      id={row.result}
      className="day-line"
      style={{ '--sector': sectorColour(vocabulary.sectors, row.sector) }}
    >
      <span className="day-bar" aria-hidden="true" />
      <span className="day-value" data-scope={row.scope} data-stands={row.stands}>
        <FittedMark
          number={formatNumber(row.value, metric)}
          beside={unitBeside(metric)}
          max={6.4}
        />
      </span>
      <FittedText
        className="day-name"
        text={unitNames(vocabulary, row.holders).join(betweenNames)}
        max={4.4}
        min={2.8}
        lines={4}
        weight={700}
      />
      <FittedText
        className="day-note"
        text={notes.filter(Boolean).join(' · ')}
        max={2.1}
        min={1.9}
        lines={2}
        weight={500}
      />
      <span className="day-gain">
        <FittedMark number={gainText(metric, row.value, row.previous.value)} max={4} />
      </span>
    </TravellingRow>
  );
}

const isLong = (vocabulary: Vocabulary, { holders, metric }: DayRecordRow) =>
  unitNames(vocabulary, holders).join().length > longest.names ||
  (vocabulary.metrics.get(metric)?.name ?? '').length > longest.metric;

/** The lines of one page beside how many there are. */
function Day({ records, vocabulary, stop }: Pick<SceneProps, 'vocabulary' | 'stop'> & Records) {
  const { t } = useTranslation(['scenes', 'wall']);
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, unitPx } = useRegion(ref);
  const shape = window.innerWidth >= window.innerHeight ? 'landscape' : 'portrait';
  const size = records.some((row) => isLong(vocabulary, row)) ? 'long' : 'usual';
  const perPage = rowsThatFit(heightPx, lineHeight[shape][size] * unitPx);
  const pages = pageCount(records.length, perPage);
  const page = Math.min(stop.page, pages - 1);
  const { setPages } = stop;
  useEffect(() => setPages(pages), [setPages, pages]);
  const count = records.length;
  return (
    <section className="wall-stage day" data-size={size} aria-label={t('day.title')}>
      <div className="day-slab" aria-hidden="true" />
      <div className="day-count">
        <p className="day-number">
          <FittedMark number={new Intl.NumberFormat(localeOf()).format(count)} max={18} />
        </p>
        <p className="day-word">
          <FittedText text={t('day.count', { count })} max={3.4} min={2.4} lines={3} />
        </p>
      </div>
      <div ref={ref} className="day-region">
        <TravellingList
          items={pageOf(records, page, perPage)}
          keyOf={({ result }) => result}
          className="day-list"
          style={{ gridAutoRows: `${heightPx / perPage}px` }}
        >
          {(row) => <Line key={row.result} row={row} vocabulary={vocabulary} />}
        </TravellingList>
      </div>
      <PageMarks page={page} pages={pages} />
    </section>
  );
}

/** The records that came in today, each with what it was better by. */
export function DayScene({ board, vocabulary, stop }: SceneProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<DayRecordRow>(board, 'records:today');
  const records = useMemo(() => orderOfDay(rows.values()), [rows]);
  const title = t('day.title');
  if (records.length === 0)
    return <EmptyScene vocabulary={vocabulary} title={title} text={t('day.none')} />;
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={title} notes={[vocabulary.board?.name]} />
      <Day records={records} vocabulary={vocabulary} stop={stop} />
    </>
  );
}
