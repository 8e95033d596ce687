import type { FormRow, RankingRow, RecordRow } from '@emulation/shared';
import { useEffect, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { CheerRise } from '../cheers/cheer-rise.tsx';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { dayOf } from './clock.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { LastResults } from './last-results.tsx';
import { RecordSeal } from './record-seal.tsx';
import { soloAim } from './solo-aim.ts';
import { unitNames } from './story-words.ts';
import type { WallStop } from './wall-stops.ts';
import './solo.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  row: RankingRow;
  form: FormRow | undefined;
  stop: Pick<WallStop, 'focus' | 'setPages'>;
}

/** How many of its last results are told in numbers. */
const toldResults = 4;

function Aim({ board, vocabulary, metric }: Pick<Props, 'board' | 'vocabulary' | 'metric'>) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<RecordRow>(board, 'records');
  const now = useNow(3_600_000);
  const aim = soloAim(rows.values(), metric);
  if (!aim) return null;
  const { record, breaks } = aim;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const holders = unitNames(vocabulary, record.holders).join(betweenNames);
  return (
    <dl className="solo-facts">
      <div>
        <dt>
          <FittedText text={t('takeover.board')} max={2.4} min={1.9} lines={1} />
        </dt>
        <dd className="solo-record">
          <FittedMark
            number={formatNumber(record.value, metric)}
            beside={unitBeside(metric)}
            max={6}
          />
        </dd>
        <dd className="solo-holder">
          <FittedText text={holders} max={2.4} min={1.9} lines={3} />
        </dd>
        <dd className="solo-day">
          <time>{dayOf(record.achievedAt, timeZone, localeOf(), now)}</time>
          <RecordSeal state={record.state} />
        </dd>
      </div>
      <div className="solo-aim">
        <dt>
          <FittedText text={t('solo.aim')} max={2.4} min={1.9} lines={1} />
        </dt>
        <dd className="solo-record">
          <FittedMark number={formatNumber(breaks, metric)} beside={unitBeside(metric)} max={6} />
        </dd>
        <dd className="solo-holder">
          <FittedText text={t('solo.open')} max={2.4} min={1.9} lines={3} />
        </dd>
      </div>
    </dl>
  );
}

/** A ranking of one: nobody to overtake but the record, and oneself. */
export function SoloRanking({ board, vocabulary, metric, row, form, stop }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { setPages } = stop;
  useEffect(() => setPages(1), [setPages]);
  const unit = vocabulary.units.get(row.unit ?? '');
  const last = form?.last ?? [];
  const style = {
    '--sector': sectorColour(vocabulary.sectors, unit?.sector),
  } as CSSProperties; // its type does not know custom properties
  return (
    <section
      className="wall-ranking solo"
      aria-label={t('wall:ranking')}
      style={style}
      data-lit={stop.focus.includes(row.unit ?? '')}
    >
      <div className="solo-edge" aria-hidden="true" />
      <div className="solo-who">
        <p className="solo-sector">
          <FittedText
            text={vocabulary.sectors.get(unit?.sector ?? '')?.name ?? ''}
            max={3}
            min={1.9}
            lines={2}
            weight={500}
          />
        </p>
        <h2 className="solo-name">
          <FittedText text={unit?.name ?? row.unit ?? ''} max={9} min={5} lines={4} weight={700} />
        </h2>
      </div>
      <p className="solo-score">
        <FittedMark number={formatNumber(row.score, metric)} beside={unitBeside(metric)} max={17} />
      </p>
      {last.length > 1 && (
        <LastResults values={last} metric={metric} told={toldResults} ratio={4} />
      )}
      <Aim board={board} vocabulary={vocabulary} metric={metric} />
      {row.unit !== undefined && <CheerRise unit={row.unit} />}
    </section>
  );
}
