import type { ProgressRow, ProgressTerm } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { progressRanking } from '../api/drives.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatValue } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { formatScore } from '../ui/score-text.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './standings.module.css';
import { Sources } from './terms.tsx';
import { useAnswer } from './use-answer.ts';

interface Parts {
  board: string;
  vocabulary: Vocabulary;
  tasks: readonly { id: string; name?: string | undefined }[];
}

function Term({ board, vocabulary, tasks, term }: Parts & { term: ProgressTerm }) {
  const { t } = useTranslation('drives');
  const metric = vocabulary.metrics.get(term.metric);
  const say = (value: string) => (metric ? formatValue(value, metric) : value);
  const task = tasks.find(({ id }) => id === term.task);
  const { results = [], resultsBefore = [] } = term;
  return (
    <li className={styles.term}>
      <span className={styles.termName}>{task?.name ?? metric?.name ?? term.task}</span>
      <span className={styles.points}>{formatScore(term.points)}</span>
      <span className={styles.arithmetic}>
        {t('term.progress', { before: say(term.before), value: say(term.value) })}
        {term.goal !== undefined && ` ${t('term.goal', { goal: say(term.goal) })}`}
      </span>
      <Sources board={board} label={t('fromBefore')} results={resultsBefore} />
      <Sources board={board} label={t('from')} results={results} />
    </li>
  );
}

function Line({ row, ...parts }: Parts & { row: ProgressRow }) {
  const { vocabulary } = parts;
  return (
    <li className={styles.item}>
      <details>
        <summary className={styles.row}>
          <span className={styles.place} data-lead={row.place === 1}>
            {row.place}
          </span>
          <span className={styles.name}>{vocabulary.units.get(row.unit)?.name ?? row.unit}</span>
          <span className={styles.score}>{formatScore(row.score)}</span>
        </summary>
        <div className={styles.breakdown}>
          <ul>
            {row.terms.map((term) => (
              <Term key={term.task} {...parts} term={term} />
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

/** Rows by improvement or by the gap closed, each down to the results it came from. */
export function ProgressList({ rows, ...parts }: Parts & { rows: readonly ProgressRow[] }) {
  const { t } = useTranslation('drives');
  if (rows.length === 0) return <p className={styles.quiet}>{t('progress.none')}</p>;
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <Line key={row.unit} {...parts} row={row} />
      ))}
    </ol>
  );
}

/** The ranking by improvement, or by the gap closed, against the equally long time before. */
export function ProgressStandings({ by, ...parts }: DriveParts & { by: 'improvement' | 'gap' }) {
  const { t } = useTranslation('drives');
  const { board, drive, vocabulary } = parts;
  const ask = useCallback(
    (signal: AbortSignal) => progressRanking(board, drive.id, by, signal),
    [board, drive.id, by],
  );
  const { seq } = useTopic(board, `drive:${drive.id}`);
  const answer = useAnswer(ask, seq);
  if (answer.kind === 'loading') return <Loading />;
  if (!answer.value) return <p role="alert">{t('unread')}</p>;
  return <ProgressList {...{ board, vocabulary }} tasks={drive.tasks} rows={answer.value.rows} />;
}
