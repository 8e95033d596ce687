import type { PulseRow, PulseSectorRow } from '@emulation/shared';
import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import { lengthOf, sortPulse } from '../pulse/pulse-rows.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { comparedSectors } from './compared-sectors.ts';
import { EmptyScene } from './empty-scene.tsx';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { leastType } from './least-type.ts';
import { PageMarks } from './page-marks.tsx';
import { pageCount, pageOf, rowsThatFit } from './paging.ts';
import { useRegion } from './region.ts';
import type { SceneProps } from './scene-props.ts';
import { sectorName } from './story-words.ts';
import { createMeasure, useFaces } from './text-measure.ts';
import { WallHeader } from './wall-header.tsx';
import './balance.css';

/** The least width of a column, in hundredths of the screen; long names ask for more of it. */
const columnWidth = 15;
const nameLines = 4;
/** Lines of a broken name are not all of one width. */
const uneven = 1.15;
/** Bars reach to 150 percent, which is where fulfilment is capped. */
const longest = 150;
const oneDecimal = { decimals: 1 };

interface ColumnProps {
  sector: PulseSectorRow;
  vocabulary: Vocabulary;
  /** At the end of its line, where it is said what the line across the bars means. */
  isLast: boolean;
}

function Column({ sector, vocabulary, isLast }: ColumnProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const share = Math.min(longest, lengthOf(sector.fulfilment)) / longest;
  const style = {
    '--sector': sectorColour(vocabulary.sectors, sector.sector),
    '--length': `${share * 100}%`,
  } as CSSProperties; // its type does not know custom properties
  const helpers = sector.help.map((one) => sectorName(vocabulary, one.sector));
  const note =
    helpers.length > 0
      ? t('balance.helped', { sectors: helpers.join(', ') })
      : sector.behind
        ? t('balance.alone')
        : t('pulse.units', { on: sector.units.on, count: sector.units.of });
  return (
    <li className="balance-column" style={style} data-behind={sector.behind}>
      <p className="balance-share">
        <FittedMark
          number={formatNumber(sector.fulfilment ?? '0', oneDecimal)}
          beside="%"
          max={5.4}
        />
      </p>
      <div className="balance-track" aria-hidden="true">
        <span />
      </div>
      <p className="balance-plan" aria-hidden="true">
        {isLast && t('balance.plan')}
      </p>
      <p className="balance-name">
        <FittedText
          text={sectorName(vocabulary, sector.sector)}
          max={3.81}
          min={2.4}
          lines={nameLines}
          weight={700}
        />
      </p>
      <p className="balance-note" data-tone={helpers.length > 0 ? 'helped' : 'plain'}>
        <FittedText text={note} max={2.4} min={1.9} lines={5} weight={500} />
      </p>
    </li>
  );
}

/** One page of columns; upright screens have two lines of them. */
function Columns({
  sectors,
  vocabulary,
  stop,
}: Pick<SceneProps, 'vocabulary' | 'stop'> & { sectors: readonly PulseSectorRow[] }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const ref = useRef<HTMLDivElement>(null);
  const { widthPx, unitPx } = useRegion(ref);
  const lines = window.innerWidth >= window.innerHeight ? 1 : 2;
  const measure = createMeasure(700, useFaces());
  const ems = Math.max(0, ...sectors.map(({ sector }) => measure(sectorName(vocabulary, sector))));
  const width = Math.max(columnWidth, (ems * leastType * uneven) / nameLines);
  const perLine = rowsThatFit(widthPx, width * unitPx);
  const pages = pageCount(sectors.length, perLine * lines);
  const page = Math.min(stop.page, pages - 1);
  const { setPages } = stop;
  useEffect(() => setPages(pages), [setPages, pages]);
  const shown = pageOf(sectors, page, perLine * lines);
  const columns = Math.min(perLine, Math.ceil(shown.length / Math.min(lines, shown.length)));
  return (
    <section className="wall-stage balance" aria-label={t('balance.title')}>
      <div ref={ref} className="balance-region">
        <ol
          className="balance-columns"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${lines}, minmax(0, 1fr))`,
          }}
        >
          {shown.map((sector, at) => (
            <Column
              key={sector.sector}
              sector={sector}
              vocabulary={vocabulary}
              isLast={at === shown.length - 1 || (at + 1) % columns === 0}
            />
          ))}
        </ol>
      </div>
      <PageMarks page={page} pages={pages} />
    </section>
  );
}

/** The sectors side by side against the plan, and who helps those that are behind. */
export function BalanceScene({ board, vocabulary, stop }: SceneProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<PulseRow>(board, 'pulse');
  const pulse = useMemo(() => sortPulse(rows.values()), [rows]);
  const sectors = useMemo(() => comparedSectors(pulse.sectors), [pulse]);
  const [first, last] = [sectors[0], sectors.at(-1)];
  const period = pulse.board?.period;
  const title = t('balance.title');
  if (!first || !last)
    return <EmptyScene vocabulary={vocabulary} title={title} text={t('balance.none')} />;
  const apart = lengthOf(first.fulfilment) - lengthOf(last.fulfilment);
  const points = formatNumber(apart.toFixed(1), oneDecimal);
  const notes = [
    sectors.length > 1 ? t('balance.apart', { points }) : undefined,
    period && formatSpan(period.from, period.to),
    vocabulary.board?.name,
  ];
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={title} notes={notes} />
      <Columns sectors={sectors} vocabulary={vocabulary} stop={stop} />
    </>
  );
}
