import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { driveRanking } from '../api/drives.ts';
import { useTopic } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './drives.module.css';
import { useAnswer } from './use-answer.ts';

/** Results of the drive's period that came in too late to count: nothing is dropped in silence. */
export function Uncounted({ board, vocabulary, drive }: DriveParts) {
  const { t } = useTranslation('drives');
  const ask = useCallback(
    (signal: AbortSignal) => driveRanking(board, drive.id, signal),
    [board, drive.id],
  );
  const { seq } = useTopic(board, `drive:${drive.id}`);
  const answer = useAnswer(ask, seq);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const rows = 'value' in answer ? (answer.value?.uncounted ?? []) : [];
  return (
    <section className={styles.section} aria-labelledby="uncounted">
      <h2 id="uncounted">{t('uncounted.label', { count: drive.uncounted })}</h2>
      <ul className={styles.uncounted}>
        {rows.map((row) => {
          const metric = vocabulary.metrics.get(row.metric);
          return (
            <li key={row.result}>
              <Link href={`/b/${board}/r/${row.result}`}>
                {vocabulary.units.get(row.unit)?.name ?? row.unit}
              </Link>{' '}
              {metric ? formatValue(row.value, metric) : row.value}{' '}
              <span className={styles.quiet}>
                {t(`uncounted.${row.why}`, { at: formatDate(row.receivedAt, timeZone) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
