import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { session, type Session } from '../api/client.ts';
import { noteSession } from '../store/session.ts';
import { tellTabs } from '../store/tab-news.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { takeWayBack } from './way-back.ts';

const refusals = ['state', 'denied', 'failed', 'unavailable'] as const;

/** Whoever the server says is signed in, for this page and the other tabs. */
async function noted(signal: AbortSignal): Promise<Session> {
  const told = await session(signal);
  noteSession(told);
  tellTabs({ kind: 'session' });
  return told;
}

function NoRole({ name }: { name: string }) {
  const { t } = useTranslation('join');
  return (
    <Notice
      whole
      title={t('noRole.title', { name })}
      actions={
        <>
          <Link href="/" className={button.primary}>
            {t('noRole.boards')}
          </Link>
          <Link href="/account" className={button.button}>
            {t('account.title')}
          </Link>
        </>
      }
    >
      <p>{t('noRole.text')}</p>
    </Notice>
  );
}

/** Somebody who has come back from the provider: on to the boards, or told what is missing. */
export function BackFromProvider({ outcome }: { outcome: 'signed-in' | 'no-role' }) {
  const [, go] = useLocation();
  const [asked] = useAsked(noted);
  const told = asked.kind === 'answered' ? asked.value : undefined;
  const isIn = told !== undefined && told.role !== 'anonymous';
  const goesOn = told !== undefined && (outcome === 'signed-in' || !isIn);
  // The address alone signs nobody in: whoever typed it is asked to sign in.
  useEffect(() => {
    if (!goesOn) return;
    const next = isIn ? takeWayBack(location.origin) : '/sign-in';
    // Loaded anew, as after a password: what is open still asks as whoever it was before.
    if (next === '/' || !isIn) go(next, { replace: true });
    else location.replace(next);
  }, [goesOn, isIn, go]);
  return told && !goesOn ? <NoRole name={told.name ?? ''} /> : <Loading />;
}

export function useProviderOutcome(): string | undefined {
  const [query] = useSearchParams();
  return query.get('outcome') ?? undefined;
}

/** Why the provider, or what came back from it, let nobody in. */
export function ProviderRefusal({ outcome }: { outcome: string }) {
  const { t } = useTranslation('join');
  const why = refusals.find((known) => known === outcome);
  return why ? (
    <p className={form.wrong} role="alert">
      {t(`provider.${why}`)}
    </p>
  ) : null;
}
