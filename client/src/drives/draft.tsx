import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readDrive } from '../api/drives.ts';
import { Loading } from '../ui/loading.tsx';
import styles from './drives.module.css';
import { formatSpan } from './span.ts';
import { StewardBar } from './steward-bar.tsx';
import { useAnswer } from './use-answer.ts';

interface Props {
  board: string;
  id: string;
  /** Shown where there is no such draft either. */
  otherwise: ReactNode;
}

/** A drive that nobody but its stewards has seen yet. */
export function Draft({ board, id, otherwise }: Props) {
  const { t } = useTranslation('drives');
  const ask = useCallback((signal: AbortSignal) => readDrive(board, id, signal), [board, id]);
  const answer = useAnswer(ask, 0);
  if (answer.kind === 'loading') return <Loading />;
  if (!answer.value) return otherwise;
  const { name, from, to, objectives } = answer.value;
  return (
    <>
      <header className={styles.driveHead}>
        <p className={styles.crumb}>
          <Link href={`/b/${board}/drives`}>{t('all')}</Link>
        </p>
        <p className={styles.state} data-state="draft">
          {t('state.draft')}
        </p>
        <h1>{name}</h1>
        <p className={styles.quiet}>{formatSpan(from, to)}</p>
        {objectives !== undefined && <p className={styles.objectives}>{objectives}</p>}
        <p>{t('draftText')}</p>
      </header>
      <StewardBar board={board} drive={answer.value} />
    </>
  );
}
