import type { PulseBoardRow, PulseRow, PulseSectorRow } from '@emulation/shared';
import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import { percentOf, lengthOf, sortPulse } from '../pulse/pulse-rows.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { pageCount, pageOf, rowsThatFit } from './paging.ts';
import { useRegion } from './region.ts';
import type { SceneProps } from './scene-props.ts';
import { WallHeader } from './wall-header.tsx';
import './pulse.css';

/** The least height of a sector's line, in hundredths of the screen. */
const lineHeight = 8.8;
/** Bars reach to 150 percent, which is where fulfilment is capped. */
const longest = 150;

interface FigureProps {
  number: string;
  beside?: string;
  text: string;
  tone: 'good' | 'poor' | 'plain';
}

function Figure({ number, beside = '', text, tone }: FigureProps) {
  return (
    <div className="pulse-figure" data-tone={tone}>
      <div className="pulse-number">
        <FittedMark number={number} beside={beside} max={11} />
      </div>
      <p className="pulse-text">
        <FittedText text={text} max={2.6} min={2.4} lines={3} />
      </p>
    </div>
  );
}

/** The board in three numbers: who works to plan, how fresh the last record is, what stands still. */
function Figures({ row }: { row: PulseBoardRow }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const format = new Intl.NumberFormat(localeOf());
  const percent = percentOf(row.units);
  const { daysSinceRecord: days, standstill, units } = row;
  const planTone = percent === undefined ? 'plain' : percent >= 50 ? 'good' : 'poor';
  return (
    <div className="pulse-figures">
      <Figure
        number={percent === undefined ? '–' : format.format(percent)}
        beside={percent === undefined ? '' : '%'}
        text={
          units.of > 0
            ? t('pulse.plan', { on: units.on, count: units.of })
            : t(units.waiting > 0 ? 'pulse.tooEarly' : 'pulse.noPlan')
        }
        tone={planTone}
      />
      <Figure
        number={days === null ? '–' : format.format(days)}
        text={days === null ? t('pulse.noRecord') : t('pulse.record', { count: days })}
        tone="plain"
      />
      <Figure
        number={format.format(standstill.units)}
        text={t('pulse.standstill', { count: standstill.units })}
        tone={standstill.units > 0 ? 'poor' : 'good'}
      />
    </div>
  );
}

/** Who helps a sector, or how many of its units work to plan. */
function useNote(vocabulary: Vocabulary, sector: PulseSectorRow): string {
  const { t } = useTranslation(['scenes', 'wall']);
  const helpers = sector.help.map((one) => vocabulary.sectors.get(one.sector)?.name ?? one.sector);
  const plan =
    sector.units.of > 0
      ? t('pulse.units', { on: sector.units.on, count: sector.units.of })
      : t('pulse.noPlan');
  if (helpers.length === 0) return plan;
  return `${plan} · ${t('pulse.helped', { sectors: helpers.join(', ') })}`;
}

function SectorLine({ vocabulary, sector }: { vocabulary: Vocabulary; sector: PulseSectorRow }) {
  const share = Math.min(longest, lengthOf(sector.fulfilment)) / longest;
  const style = {
    '--sector': sectorColour(vocabulary.sectors, sector.sector),
    '--length': `${share * 100}%`,
  } as CSSProperties; // its type does not know custom properties
  const note = useNote(vocabulary, sector);
  return (
    <li className="pulse-sector" style={style}>
      <p className="pulse-name">
        <FittedText
          text={vocabulary.sectors.get(sector.sector)?.name ?? sector.sector}
          max={3.81}
          min={2.4}
          lines={2}
        />
      </p>
      <p className="pulse-share">
        {sector.fulfilment === null ? '–' : formatNumber(sector.fulfilment, { decimals: 1 })}
        {sector.fulfilment !== null && <small>%</small>}
      </p>
      <div className="pulse-bar" aria-hidden="true">
        <span />
      </div>
      <p className="pulse-note">
        <FittedText text={note} max={2.4} min={1.9} lines={1} weight={500} />
      </p>
    </li>
  );
}

/** The pulse of the board: three numbers, and every sector's fulfilment side by side. */
export function PulseScene({ board, vocabulary, stop }: SceneProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<PulseRow>(board, 'pulse');
  const pulse = useMemo(() => sortPulse(rows.values()), [rows]);
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, unitPx } = useRegion(ref);
  const perPage = rowsThatFit(heightPx, lineHeight * unitPx);
  const sectors = pulse.sectors
    .filter((sector) => sector.fulfilment !== null || sector.units.of > 0)
    .sort((a, b) => lengthOf(b.fulfilment) - lengthOf(a.fulfilment));
  const pages = pageCount(sectors.length, perPage);
  const { setPages } = stop;
  useEffect(() => setPages(pages), [setPages, pages]);
  const row = pulse.board;
  if (!row) return null;
  const { period } = row;
  const time = t('pulse.period', {
    span: formatSpan(period.from, period.to),
    done: period.done,
    count: period.workdays,
  });
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={t('pulse.title')}
        notes={[vocabulary.board?.name, time]}
      />
      <section className="wall-ranking wall-pulse" aria-label={t('pulse.title')}>
        <Figures row={row} />
        <div ref={ref} className="pulse-region">
          <ol className="pulse-sectors" style={{ gridAutoRows: `${heightPx / perPage}px` }}>
            {pageOf(sectors, stop.page, perPage).map((sector) => (
              <SectorLine key={sector.sector} vocabulary={vocabulary} sector={sector} />
            ))}
          </ol>
        </div>
      </section>
    </>
  );
}
