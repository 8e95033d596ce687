import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ApiProblem } from '../api/client.ts';
import { signOut } from '../store/session-acts.ts';
import { useRole, useSession, type RoleHere } from '../store/session.ts';
import { isUnsent } from './attempt.ts';
import { useAttempts, useKeeping, useOthersWaiting } from './outbox.ts';
import styles from './session-line.module.css';

type Leaving = 'no' | 'asked' | 'leaving' | 'failed';

/** As whom this device posts, said before anybody types in vain; and the way out on a shared device. */
export function SessionLine({ board }: { board: string }) {
  const role = useRole();
  const { t } = useTranslation('post');
  return (
    <>
      {role === 'anonymous' && (
        <p className={styles.hint} role="status">
          <b>{t('signIn.title')}.</b> {t('signIn.before')}{' '}
          <Link href="/sign-in">{t('signIn.here')}</Link>
        </p>
      )}
      {role !== 'anonymous' && role !== 'unknown' && <SignedIn board={board} role={role} />}
      <KeptForOthers board={board} />
    </>
  );
}

type SignedInRole = Exclude<RoleHere, 'anonymous' | 'unknown'>;

function SignedIn({ board, role }: { board: string; role: SignedInRole }) {
  const { t } = useTranslation('post');
  const name = useSession((state) => state.name);
  const [leaving, setLeaving] = useState<Leaving>('no');
  const waiting = useAttempts(board).filter((one) => isUnsent(one) && one.owner !== null).length;
  const leave = () => {
    setLeaving('leaving');
    signOut().then(
      () => setLeaving('no'),
      (error: unknown) => {
        setLeaving('failed');
        if (!(error instanceof ApiProblem)) throw error;
      },
    );
  };
  // What still waits stays here for whoever typed it: said before, for they cannot send it then.
  const ask = () => (waiting > 0 && leaving === 'no' ? setLeaving('asked') : leave());
  return (
    <div className={styles.line}>
      <span>
        {t('signIn.as')} <b>{name ?? t(`signIn.roles.${role}`)}</b>
        {name !== undefined && ` · ${t(`signIn.roles.${role}`)}`}
        {name !== undefined && (
          <>
            {' · '}
            <Link href="/account">{t('signIn.account')}</Link>
          </>
        )}
      </span>
      {leaving === 'asked' && <p role="status">{t('signIn.waiting', { count: waiting })}</p>}
      <button type="button" onClick={ask} disabled={leaving === 'leaving'}>
        {t(leaving === 'asked' ? 'signIn.outAnyway' : 'signIn.out')}
      </button>
      {leaving === 'asked' && (
        <button type="button" onClick={() => setLeaving('no')}>
          {t('signIn.stay')}
        </button>
      )}
      {leaving === 'failed' && <span role="alert">{t('signIn.outFailed')}</span>}
    </div>
  );
}

/** What of others lies here, as a number; and whether the device keeps anything at all. */
function KeptForOthers({ board }: { board: string }) {
  const { t } = useTranslation('post');
  const others = useOthersWaiting(board);
  const keeping = useKeeping();
  return (
    <>
      {others > 0 && (
        <p className={styles.hint} role="status">
          {t('signIn.others', { count: others })}
        </p>
      )}
      {keeping !== 'kept' && (
        <p className={styles.hint} role="alert">
          {t(`keeping.${keeping}`)}
        </p>
      )}
    </>
  );
}
