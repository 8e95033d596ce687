import type { RecordRow } from '@emulation/shared';
import { AnimatePresence } from 'framer-motion';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingRow } from '../motion/travelling-row.tsx';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { FittedText } from './fitted-text.tsx';
import { lastRecords } from './last-records.ts';
import { rowsThatFit } from './paging.ts';
import { postAddress } from './post-address.ts';
import { useRegion } from './region.ts';

/** Height of one record, in hundredths of the screen. */
const cardHeight = 8.6;

export function WallRecords({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const { t } = useTranslation('wall');
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, widthPx, unitPx } = useRegion(ref);
  const { rows } = useTopic<RecordRow>(board, 'records');
  const latest = useMemo(() => lastRecords(rows.values()), [rows]);
  const columns = widthPx > 42 * unitPx ? 2 : 1;
  const lines = rowsThatFit(heightPx, cardHeight * unitPx);
  return (
    <aside className="wall-records">
      <h2>{t('records')}</h2>
      <div ref={ref} className="records-region">
        <ol
          className="records-list"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridAutoRows: `${heightPx / lines}px`,
          }}
        >
          <AnimatePresence initial={false}>
            {latest.slice(0, lines * columns).map((record) => (
              <RecordCard key={record.result} record={record} vocabulary={vocabulary} />
            ))}
          </AnimatePresence>
        </ol>
      </div>
      <p className="wall-post-at">
        {t('postAt')} <b>{postAddress(board)}</b>
      </p>
    </aside>
  );
}

function RecordCard({ record, vocabulary }: { record: RecordRow; vocabulary: Vocabulary }) {
  const { t } = useTranslation('wall');
  const metric = vocabulary.metrics.get(record.metric);
  if (!metric) return null;
  const holders = record.holders.map((holder) => vocabulary.units.get(holder)?.name ?? holder);
  const scope =
    record.scope === 'board'
      ? t('boardScope')
      : (vocabulary.sectors.get(record.sector ?? '')?.name ?? record.sector ?? '');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <TravellingRow className="record-card">
      <span className="record-value" data-scope={record.scope}>
        {formatNumber(record.value, metric)}
        <small>{metric.unitOfMeasure}</small>
      </span>
      <span className="record-scope">{scope}</span>
      <FittedText className="record-holder" text={holders.join(' + ')} max={2.4} min={1.9} />
      <FittedText
        className="record-what"
        text={`${metric.name} · ${formatDate(record.achievedAt, timeZone)}`}
        max={1.7}
        min={1.4}
        lines={1}
        weight={500}
      />
    </TravellingRow>
  );
}
