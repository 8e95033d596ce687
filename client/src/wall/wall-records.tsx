import type { RecordRow } from '@emulation/shared';
import { memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingList } from '../motion/travelling-list.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { dayOf } from './clock.ts';
import { placeCards, type CardPlace } from './card-places.ts';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { lastRecords } from './last-records.ts';
import { RecordSeal } from './record-seal.tsx';
import { rowsThatFit } from './paging.ts';
import { postAddress } from './post-address.ts';
import { useRegion } from './region.ts';
import { unitNames } from './story-words.ts';
import { useNow } from '../ui/now.ts';
import { unitApart, unitBeside } from '../ui/unit-beside.ts';

/** Height of one record, in hundredths of the screen. */
const cardHeight = 12.4;
/** More characters than these would be set too small for the wall in one row. */
const longest = { holder: 56, what: 56, two: 170 };

/** Beside a longer number there is no room for its unit of measure: it stands with the metric. */
const longNumber = 12;

interface Card {
  value: string;
  unit: string;
  record: RecordRow;
  holder: string;
  what: string;
}

function cardOf(record: RecordRow, vocabulary: Vocabulary, boardScope: string): Card[] {
  const metric = vocabulary.metrics.get(record.metric);
  if (!metric) return [];
  const holder = unitNames(vocabulary, record.holders).join(betweenNames);
  const scope = vocabulary.sectors.get(record.sector ?? '')?.name ?? record.sector ?? '';
  const value = formatNumber(record.value, metric);
  const isLong = value.length > longNumber;
  const what = [
    scope || boardScope,
    metric.name,
    isLong ? metric.unitOfMeasure : unitApart(metric),
  ];
  const unit = isLong ? '' : unitBeside(metric);
  return [{ record, value, unit, holder, what: what.filter(Boolean).join(' · ') }];
}

const keyOf = ({ card }: CardPlace<Card>) => card.record.result;

/** Hangul and the like are as wide as two letters. */
const lettersOf = (text: string) => text.length + (text.match(/[\u1100-\uffdc]/g)?.length ?? 0);

/** Rows that hold its names in the least type. */
function rowsOf({ holder, what }: Card): number {
  const holders = lettersOf(holder);
  if (holders > longest.two) return 3;
  return holders > longest.holder || lettersOf(what) > longest.what ? 2 : 1;
}

export function WallRecords({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const { t } = useTranslation('wall');
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, widthPx, unitPx } = useRegion(ref);
  const { rows } = useTopic<RecordRow>(board, 'records');
  const hasRoomForTwo = widthPx > 42 * unitPx;
  const lines = rowsThatFit(heightPx, cardHeight * unitPx);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const boardScope = t('boardScope');
  const cards = useMemo(
    () => lastRecords(rows.values()).flatMap((record) => cardOf(record, vocabulary, boardScope)),
    [rows, vocabulary, boardScope],
  );
  // On one line long names take the width of two.
  const columns =
    hasRoomForTwo && !(lines === 1 && cards.slice(0, 2).some((card) => rowsOf(card) > 1)) ? 2 : 1;
  const places = useMemo(
    () => placeCards(cards, { columns, lines }, rowsOf),
    [cards, columns, lines],
  );
  return (
    <aside className="wall-records">
      <h2>{t('records')}</h2>
      <div ref={ref} className="records-region">
        <TravellingList
          items={places}
          keyOf={keyOf}
          className="records-list"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${lines}, ${heightPx / lines}px)`,
          }}
        >
          {(place) => <RecordCard key={keyOf(place)} {...place} timeZone={timeZone} />}
        </TravellingList>
      </div>
      <p className="wall-post-at">
        {t('postAt')} <b dir="ltr">{postAddress(board)}</b>
      </p>
    </aside>
  );
}

const RecordCard = memo(function RecordCard({
  card,
  column,
  row,
  span,
  timeZone,
}: CardPlace<Card> & { timeZone: string }) {
  const { record } = card;
  const now = useNow(3_600_000);
  return (
    <TravellingRow
      id={record.result}
      className={span > 1 ? 'record-card record-tall' : 'record-card'}
      area={`${row} / ${column} / span ${span}`}
    >
      <span className="record-value" data-scope={record.scope}>
        <FittedMark number={card.value} beside={card.unit} max={3.3} />
      </span>
      <span className="record-day">
        <time>{dayOf(record.achievedAt, timeZone, localeOf(), now)}</time>
        <RecordSeal state={record.state} />
      </span>
      <FittedText
        className="record-holder"
        text={card.holder}
        max={2.4}
        min={1.9}
        lines={span > 1 ? 6 : 2}
      />
      <FittedText
        className="record-what"
        text={card.what}
        max={2}
        min={1.9}
        lines={span > 1 ? 4 : 2}
        weight={500}
      />
    </TravellingRow>
  );
});
