import type { RecordRow, UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { marginOf } from '../records/book.ts';
import { scopeOrder } from '../records/records-query.ts';
import { useTopic, type UnitInfo, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import styles from './unit-records.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
  rows: ReadonlyMap<string, UnitRow>;
}

/** What the unit holds: records of the board and of sectors that stand in its name, then its bests. */
function heldBy(
  unit: string,
  records: Iterable<RecordRow>,
  own: Iterable<UnitRow>,
  { metrics }: Vocabulary,
): RecordRow[] {
  const order = [...metrics.keys()];
  const wide = [...records].filter(({ holders }) => holders.includes(unit));
  const bests = [...own].flatMap((row) => (row.kind === 'best' ? [row] : []));
  return [...wide, ...bests].sort(
    (a, b) =>
      scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope) ||
      order.indexOf(a.metric) - order.indexOf(b.metric),
  );
}

function Line({
  board,
  vocabulary,
  row,
}: Pick<Props, 'board' | 'vocabulary'> & { row: RecordRow }) {
  const { t } = useTranslation('unit');
  const metric = vocabulary.metrics.get(row.metric);
  if (!metric) return null;
  const margin = marginOf(row, metric.decimals);
  const whose =
    row.scope === 'sector'
      ? t('held.sector', { sector: vocabulary.sectors.get(row.sector ?? '')?.name ?? row.sector })
      : t(`common:scope.${row.scope}`);
  const partners = row.holders.length - 1;
  return (
    <li data-scope={row.scope}>
      <span className={styles.whose}>{whose}</span>
      <Link href={`/b/${board}/m/${metric.id}`}>{metric.name}</Link>
      <Link href={`/b/${board}/r/${row.result}`} className={styles.value}>
        {formatValue(row.value, metric)}
      </Link>
      <span className={styles.detail}>
        <span>{formatDate(row.achievedAt, vocabulary.board?.timeZone ?? 'UTC')}</span>
        {margin !== null && (
          <span>{t('held.margin', { margin: formatNumber(margin, metric) })}</span>
        )}
        {partners > 0 && <span>{t('held.joint', { count: partners })}</span>}
        {row.state === 'provisional' && <span>{t('common:state.provisional')}</span>}
      </span>
    </li>
  );
}

/** The records that stand in the unit's name. */
export function UnitRecords({ board, unit, vocabulary, rows }: Props) {
  const { t } = useTranslation('unit');
  const records = useTopic<RecordRow>(board, 'records');
  const held = heldBy(unit.id, records.rows.values(), rows.values(), vocabulary);
  return (
    <section className={styles.panel} aria-labelledby="held">
      <h2 id="held">{t('held.label')}</h2>
      {held.length === 0 && <p className={styles.empty}>{t('held.none')}</p>}
      <ul className={styles.list}>
        {held.map((row) => (
          <Line
            key={`${row.scope} ${row.metric} ${row.sector ?? ''}`}
            {...{ board, vocabulary, row }}
          />
        ))}
      </ul>
    </section>
  );
}
