import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readDrive } from '../api/drives.ts';
import { formatSpan } from '../drives/span.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { Vocabulary } from '../store/board-store.ts';
import styles from './metric.module.css';

/** Drives looked at, the newest ones: a board opens a few a year. */
const most = 24;

/** Drives with a task in this metric, the newest first. */
export function MetricDrives(props: { board: string; vocabulary: Vocabulary; metric: string }) {
  const { board, vocabulary, metric } = props;
  const { t } = useTranslation('metric');
  const newest = [...vocabulary.drives.values()]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, most);
  const ids = newest.map(({ id }) => id).join(' ');
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const drives = await Promise.all(
        ids
          .split(' ')
          .filter(Boolean)
          .map((id) => readDrive(board, id, signal)),
      );
      return drives.filter(({ tasks }) => tasks.some((task) => task.metric === metric));
    },
    [board, ids, metric],
  );
  const answer = useAnswer(ask, 0);
  const drives = ('value' in answer ? answer.value : undefined) ?? [];
  if (drives.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="drives">
      <h2 id="drives">{t('drives')}</h2>
      <ul className={styles.drives}>
        {drives.map((drive) => (
          <li key={drive.id}>
            <Link href={`/b/${board}/drives/${drive.id}`}>{drive.name}</Link>
            <span>{formatSpan(drive.from, drive.to)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
