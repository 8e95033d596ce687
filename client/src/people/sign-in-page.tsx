import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Session } from '../api/client.ts';
import { hasPasskeys, signInWithPasskey } from '../api/passkeys.ts';
import { signIn } from '../api/people.ts';
import { noteSession } from '../store/session.ts';
import { tellTabs } from '../store/tab-news.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { TextField } from '../ui/text-field.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './entry.module.css';
import { BackFromProvider, ProviderRefusal, useProviderOutcome } from './provider-outcome.tsx';
import { ProviderWay } from './provider-way.tsx';
import { wayBack } from './way-back.ts';
import { Refused } from '../ui/refused.tsx';

function note(session: Session): void {
  noteSession(session);
  tellTabs({ kind: 'session' });
}

/** For those who came in by an invitation once and come back, or whom a provider knows. */
export function SignInPage() {
  const { t } = useTranslation('join');
  const outcome = useProviderOutcome();
  const isBack = outcome === 'signed-in' || outcome === 'no-role';
  return (
    <PageFrame name={t('common:product')} title={t('signIn')}>
      {isBack ? <BackFromProvider outcome={outcome} /> : <SigningIn outcome={outcome} />}
    </PageFrame>
  );
}

function SigningIn({ outcome }: { outcome: string | undefined }) {
  const { t } = useTranslation('join');
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { isBusy, refused, submit } = useSubmit(() => {
    const to = wayBack(location.search, location.origin);
    // Loaded anew: what is open still asks as whoever it was before.
    if (to === '/') go(to);
    else location.assign(to);
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(async () => note(await signIn(name, password)));
  };
  return (
    <section className={styles.entry}>
      <h1>{t('signIn')}</h1>
      {outcome !== undefined && <ProviderRefusal outcome={outcome} />}
      <ProviderWay />
      <form className={form.form} onSubmit={send}>
        <TextField
          label={t('account.signInName')}
          required
          autoComplete="username"
          autoCapitalize="none"
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <TextField
          label={t('account.password')}
          required
          type="password"
          autoComplete="current-password"
          maxLength={128}
          value={password}
          onChange={setPassword}
        />
        <Refused why={refused} />
        <button type="submit" className={button.primary} disabled={isBusy}>
          {t('signIn')}
        </button>
      </form>
      <div className={styles.other}>
        {hasPasskeys() && (
          <button
            type="button"
            className={button.button}
            disabled={isBusy}
            onClick={() => submit(async () => note(await signInWithPasskey()))}
          >
            {t('withPasskey')}
          </button>
        )}
        <p className={form.hint}>{t('noAccount')}</p>
      </div>
    </section>
  );
}
