import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { loadNewestBuild, useNewerBuild } from './newest-build.ts';
import styles from './update-notice.module.css';

/** A new version is fetched and waits; shown while nobody is in the middle of something. */
export function UpdateNotice() {
  const { t } = useTranslation();
  const isReady = useNewerBuild();
  const [loading, setLoading] = useState(false);
  if (!isReady) return null;
  const load = () => {
    setLoading(true);
    void loadNewestBuild();
  };
  return (
    <div className={styles.notice} role="status">
      <p>{t('update.ready')}</p>
      <button type="button" className={button.button} onClick={load} disabled={loading}>
        {t(loading ? 'update.loading' : 'update.load')}
      </button>
    </div>
  );
}
