import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, session } from '../api/client.ts';
import styles from './result-form.module.css';

/** Said before anybody types in vain; a server that does not answer says nothing about it. */
export function SignInHint() {
  const { t } = useTranslation('post');
  const [isAnonymous, setAnonymous] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    session(abort.signal).then(
      ({ role }) => setAnonymous(role === 'anonymous'),
      (error: unknown) => {
        if (!abort.signal.aborted && !(error instanceof ApiProblem)) throw error;
      },
    );
    return () => abort.abort();
  }, []);
  if (!isAnonymous) return null;
  return (
    <p className={styles.hint}>
      <b>{t('signIn.title')}.</b> {t('signIn.before')}
    </p>
  );
}
