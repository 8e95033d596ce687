import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../i18n/words.ts';
import styles from './share-button.module.css';

/** Fetched when somebody wants to share: no first load pays for it. */
const ShareDialog = lazy(async () => {
  void loadWords('share');
  return { default: (await import('./share-dialog.tsx')).ShareDialog };
});

/** In the header of every page of a board. */
export function ShareButton({ board }: { board: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={t('share')}
        title={t('share')}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M12 15V3m0 0L8 7m4-4 4 4M5 12v8h14v-8" />
        </svg>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog board={board} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
