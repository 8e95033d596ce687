import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verifyChain } from '../api/audit.ts';
import button from '../ui/button.module.css';
import styles from './desk.module.css';

type Check =
  | { kind: 'running'; seq: number; head: number }
  | { kind: 'whole'; seq: number; hash: string }
  | { kind: 'broken'; seq: number; why: string }
  | { kind: 'failed' };

async function check(board: string, tell: (check: Check) => void): Promise<void> {
  let seq = 0;
  for (;;) {
    const part = await verifyChain(board, seq);
    if (!part.ok) return tell({ kind: 'broken', seq: part.seq, why: part.why ?? '' });
    seq = part.seq;
    if (seq >= part.head) return tell({ kind: 'whole', seq, hash: part.hash ?? '' });
    tell({ kind: 'running', seq, head: part.head });
  }
}

/** Computes every hash anew, part after part, and says whether all history stands as it was written. */
export function ChainCheck({ board }: { board: string }) {
  const { t } = useTranslation('desk');
  const [state, setState] = useState<Check>();
  const start = () => {
    setState({ kind: 'running', seq: 0, head: 1 });
    check(board, setState).catch(() => setState({ kind: 'failed' }));
  };
  return (
    <div className={styles.verify}>
      <button
        type="button"
        className={button.button}
        disabled={state?.kind === 'running'}
        onClick={start}
      >
        {t('chain.verify')}
      </button>
      {state?.kind === 'running' && (
        <progress aria-label={t('chain.running')} max={state.head} value={state.seq} />
      )}
      <p role="status">
        {state?.kind === 'whole' && t('chain.whole', { count: state.seq })}{' '}
        {state?.kind === 'whole' && <code className={styles.code}>{state.hash}</code>}
        {state?.kind === 'broken' && t('chain.broken', { seq: state.seq, why: state.why })}
        {state?.kind === 'failed' && t('chain.failed')}
      </p>
    </div>
  );
}
