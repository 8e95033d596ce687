import type { OpenedInvitation } from '@emulation/shared';
import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { session } from '../api/client.ts';
import { acceptInvitation, openInvitation } from '../api/people.ts';
import { noteSession, useSession, useRole } from '../store/session.ts';
import { tellTabs } from '../store/tab-news.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { TextField } from '../ui/text-field.tsx';
import { formatDate, formatList } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './entry.module.css';
import { Refused } from '../ui/refused.tsx';

/** The fragment never reaches a server; it stays until it is accepted, so that a reload works. */
const tokenHere = () => decodeURIComponent(location.hash.slice(1));

function Accepting({ token, invitation }: { token: string; invitation: OpenedInvitation }) {
  const { t } = useTranslation('join');
  const [, go] = useLocation();
  const role = useRole();
  const known = useSession((state) => (state.role === 'anonymous' ? undefined : state.name));
  const [name, setName] = useState('');
  const { board, units } = invitation;
  const { isBusy, refused, submit } = useSubmit(() => {
    history.replaceState(null, '', location.pathname);
    go(invitation.role === 'leader' ? `/b/${board.id}/post` : `/b/${board.id}`);
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(async () => {
      await acceptInvitation(token, known === undefined ? name : undefined);
      noteSession(await session());
      tellTabs({ kind: 'session' });
    });
  };
  if (role === 'unknown') return <Loading />;
  const isSteward = known === undefined && role === 'steward';
  return (
    <section className={styles.entry}>
      <p className={styles.over}>{t('invited')}</p>
      <h1>{board.name}</h1>
      <p className={styles.role}>
        {t(`as.${invitation.role}`, { units: formatList(units.map((unit) => unit.name)) })}
      </p>
      {isSteward && <p>{t('byToken')}</p>}
      <form className={form.form} onSubmit={send}>
        {known === undefined ? (
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            required
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={setName}
          />
        ) : (
          <p>{t('known', { name: known })}</p>
        )}
        <Refused why={refused} />
        <button type="submit" className={button.primary} disabled={isBusy}>
          {t('join')}
        </button>
        <p className={form.hint}>
          {t('until', { date: formatDate(invitation.expiresAt.slice(0, 10), 'UTC') })}
        </p>
      </form>
    </section>
  );
}

function Opening({ token }: { token: string }) {
  const { t } = useTranslation('join');
  const ask = useCallback((signal: AbortSignal) => openInvitation(token, signal), [token]);
  const [asked, again] = useAsked(ask);
  if (asked.kind === 'asking') return <Loading />;
  if (asked.kind === 'answered') return <Accepting token={token} invitation={asked.value} />;
  const { status } = asked.problem;
  const why = status === 410 ? 'spent' : status === 404 ? 'unknown' : 'failed';
  return (
    <Notice
      whole
      title={t(`${why}.title`)}
      actions={
        why === 'failed' ? (
          <button type="button" className={button.primary} onClick={again}>
            {t('common:failed.retry')}
          </button>
        ) : (
          <Link href="/sign-in" className={button.button}>
            {t('signIn')}
          </Link>
        )
      }
    >
      {t(`${why}.text`)}
    </Notice>
  );
}

/** Where an invitation leads: two taps, and a phone posts. */
export function JoinPage() {
  const { t } = useTranslation('join');
  const [token] = useState(tokenHere);
  return (
    <PageFrame name={t('common:product')} title={t('title')}>
      {token === '' ? (
        <Notice whole title={t('unknown.title')}>
          {t('unknown.text')}
        </Notice>
      ) : (
        <Opening token={token} />
      )}
    </PageFrame>
  );
}
