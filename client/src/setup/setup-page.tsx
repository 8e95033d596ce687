import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ApiProblem, isUnreachable, openSession } from '../api/client.ts';
import { noteSession, useIsSteward } from '../store/session.ts';
import { tellTabs } from '../store/tab-news.ts';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { SetupWizard } from './setup-wizard.tsx';

type Outcome = 'opening' | 'opened' | 'no-token' | 'refused' | 'unreachable';

/** The token is spent once, however often React runs the effect that spends it. */
let spending: { token: string; outcome: Promise<Outcome> } | undefined;

async function spend(token: string): Promise<Outcome> {
  try {
    noteSession(await openSession(token));
    tellTabs({ kind: 'session' });
    return 'opened';
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return isUnreachable(error) || error.status >= 500 ? 'unreachable' : 'refused';
  }
}

/** The fragment never reaches a server's log; once read it leaves the address and the history. */
function takeToken(): string {
  const given = location.hash.replace(/^#(token=)?/, '');
  if (given) history.replaceState(null, '', location.pathname);
  return decodeURIComponent(given);
}

export function SetupPage() {
  const { t } = useTranslation('setup');
  const isSteward = useIsSteward();
  const [outcome, setOutcome] = useState<Outcome>('opening');
  useEffect(() => {
    const token = takeToken();
    if (token) spending = { token, outcome: spend(token) };
    if (!spending) return setOutcome('no-token');
    void spending.outcome.then(setOutcome);
    return undefined;
  }, []);
  const again = () => {
    if (!spending) return;
    setOutcome('opening');
    spending = { token: spending.token, outcome: spend(spending.token) };
    void spending.outcome.then(setOutcome);
  };
  return (
    <PageFrame name={t('common:product')} title={t('title')}>
      {outcome === 'opened' || (isSteward && outcome === 'no-token') ? (
        <SetupWizard />
      ) : outcome === 'opening' ? (
        <Loading />
      ) : (
        <Notice
          title={t(`${outcome}.title`)}
          whole
          actions={
            outcome === 'unreachable' ? (
              <button type="button" className={button.primary} onClick={again}>
                {t('common:failed.retry')}
              </button>
            ) : (
              <Link href="/" className={button.button}>
                {t('common:nav.boards')}
              </Link>
            )
          }
        >
          {t(`${outcome}.text`)}
        </Notice>
      )}
    </PageFrame>
  );
}
