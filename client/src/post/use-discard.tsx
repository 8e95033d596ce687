import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from './outbox.ts';
import styles from './own-posts.module.css';

/** Long enough to notice that it was the wrong one. */
const undoMs = 12_000;

/** Takes attempts off the device, and offers for a while to put the last one back. */
export function useDiscard(board: string) {
  const { t } = useTranslation('post');
  const [undo, setUndo] = useState<{ back: () => Promise<void> }>();
  useEffect(() => {
    if (!undo) return undefined;
    const timer = setTimeout(() => setUndo(undefined), undoMs);
    return () => clearTimeout(timer);
  }, [undo]);
  const discard = (key: string) => {
    void forget(board, key).then((back) => setUndo({ back }));
  };
  const putBack = () => {
    void undo?.back();
    setUndo(undefined);
  };
  const bar = undo && (
    <p className={styles.undo} role="status">
      <span>{t('own.discarded')}</span>
      <button type="button" onClick={putBack}>
        {t('own.undo')}
      </button>
    </p>
  );
  return { discard, bar };
}
