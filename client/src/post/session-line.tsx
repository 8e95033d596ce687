import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/client.ts';
import { signOut, useRole } from '../store/session.ts';
import styles from './session-line.module.css';

type Leaving = 'no' | 'asked' | 'failed';

/** As whom this device posts, said before anybody types in vain; and the way out on a shared device. */
export function SessionLine() {
  const { t } = useTranslation('post');
  const role = useRole();
  const [leaving, setLeaving] = useState<Leaving>('no');
  const leave = () => {
    setLeaving('asked');
    signOut().then(
      () => setLeaving('no'),
      (error: unknown) => {
        setLeaving('failed');
        if (!(error instanceof ApiProblem)) throw error;
      },
    );
  };
  if (role === 'unknown') return null;
  if (role === 'anonymous')
    return (
      <p className={styles.hint} role="status">
        <b>{t('signIn.title')}.</b> {t('signIn.before')}
      </p>
    );
  return (
    <p className={styles.line}>
      <span>
        {t('signIn.as')} <b>{t(`signIn.roles.${role}`)}</b>
      </span>
      <button type="button" onClick={leave} disabled={leaving === 'asked'}>
        {t('signIn.out')}
      </button>
      {leaving === 'failed' && <span role="alert">{t('signIn.outFailed')}</span>}
    </p>
  );
}
