import type { UndoAnswer } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatList, formatValue } from '../ui/format.ts';
import styles from './list.module.css';

type Change = UndoAnswer['records'][number];

interface Props {
  title: string;
  records: readonly Change[];
  vocabulary: Vocabulary;
}

/** Records that would be another: what stands now, and what would stand then. */
export function RecordChanges({ title, records, vocabulary }: Props) {
  const { t } = useTranslation('list');
  if (records.length === 0) return null;
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const words = (record: Change['before'] | null) => {
    if (!record) return t('record.none');
    const metric = vocabulary.metrics.get(record.metric);
    const value = metric ? formatValue(record.value, metric) : record.value;
    return `${value} · ${formatList(record.holders.map(nameOf))}`;
  };
  const scope = ({ metric, sector, ...record }: Change['before']) => {
    const name = vocabulary.metrics.get(metric)?.name ?? metric;
    const where =
      record.scope === 'sector'
        ? (vocabulary.sectors.get(sector ?? '')?.name ?? sector)
        : t('record.board');
    return `${name} · ${where}`;
  };
  return (
    <details className={styles.records} open={records.length <= 5}>
      <summary>{title}</summary>
      <dl>
        {records.map(({ before, after }) => (
          <div key={`${before.metric} ${before.scope} ${before.sector ?? ''}`}>
            <dt>{scope(before)}</dt>
            <dd>
              {words(before)} <span aria-hidden="true">→</span>{' '}
              <span className="visually-hidden">{t('record.then')}</span> {words(after)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
