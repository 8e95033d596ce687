import type { DriveRow } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { driveRanking } from '../api/drives.ts';
import { useTopic } from '../store/board-store.ts';
import { formatScore } from '../ui/score-text.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './standings.module.css';
import { Terms } from './terms.tsx';
import { useAnswer } from './use-answer.ts';

interface Props extends DriveParts {
  row: DriveRow;
}

/** How a score came about, term by term, down to the results. */
export function Breakdown(props: Props) {
  const { t } = useTranslation('drives');
  const { board, vocabulary, drive, row } = props;
  const ask = useCallback(
    (signal: AbortSignal) => driveRanking(board, drive.id, signal),
    [board, drive.id],
  );
  const { seq } = useTopic(board, `drive:${drive.id}`);
  const answer = useAnswer(ask, seq);
  const known = 'value' in answer ? answer.value?.rows : undefined;
  // Until the results are there, and where a unit is new, the live row says the same without them.
  const { terms } = known?.find(({ unit }) => unit === row.unit) ?? row;
  return (
    <div className={styles.breakdown}>
      <Terms board={board} vocabulary={vocabulary} tasks={drive.tasks} terms={terms} />
      <p className={styles.sum}>
        <span>{t('sum')}</span>
        <strong>{formatScore(row.score)}</strong>
      </p>
      <p>
        <Link href={`/b/${board}/u/${row.unit}`}>{t('toUnit')}</Link>
      </p>
    </div>
  );
}
