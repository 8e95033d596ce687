import type { RecordRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import styles from './embed.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** The records of the board, or the newest of board and sectors. */
  kind: 'standing' | 'newest';
}

const maxNewest = 20;

function chosen(rows: readonly RecordRow[], kind: Props['kind']): RecordRow[] {
  if (kind === 'standing') return rows.filter(({ scope }) => scope === 'board');
  const newest = [...rows].sort((a, b) => Date.parse(b.achievedAt) - Date.parse(a.achievedAt));
  return newest.slice(0, maxNewest);
}

/** Records as they stand, or the newest of them first. */
export function EmbedRecords({ board, vocabulary, kind }: Props) {
  const { t } = useTranslation('embed');
  const live = useTopic<RecordRow>(board, 'records');
  const rows = chosen([...live.rows.values()], kind);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  return (
    <section aria-labelledby="title">
      <h1 id="title" className={styles.title}>
        {t(kind === 'standing' ? 'records' : 'newest')}
      </h1>
      {live.status === 'ready' && rows.length === 0 && (
        <p className={styles.quiet}>{t('noRecords')}</p>
      )}
      <ul className={styles.records}>
        {rows.map((row) => {
          const metric = vocabulary.metrics.get(row.metric);
          return (
            <li key={`${row.metric} ${row.scope} ${row.sector ?? ''}`}>
              <p className={styles.of}>
                {metric?.name ?? row.metric}
                {row.sector !== undefined &&
                  ` · ${vocabulary.sectors.get(row.sector)?.name ?? row.sector}`}
              </p>
              <p className={styles.value}>{metric ? formatValue(row.value, metric) : row.value}</p>
              <p>
                <a href={`/b/${board}/r/${row.result}`} target="_blank" rel="noopener">
                  {row.holders.map(nameOf).join(' + ')}
                </a>{' '}
                <time dateTime={row.achievedAt}>{formatDate(row.achievedAt, timeZone)}</time>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
