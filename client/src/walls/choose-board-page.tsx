import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useSearch } from 'wouter';
import { listBoards, session, type BoardSummary } from '../api/client.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import page from '../ui/page.module.css';
import { SignInLink } from '../ui/sign-in-link.tsx';
import { useAsked } from '../ui/use-asked.ts';
import styles from './choose.module.css';

interface Own {
  isSignedIn: boolean;
  boards: readonly BoardSummary[];
}

/** The boards that the visitor is a steward of. */
async function ownBoards(signal: AbortSignal): Promise<Own> {
  const [{ role, memberships }, { boards }] = await Promise.all([
    session(signal),
    listBoards(signal),
  ]);
  const own = new Set(memberships.flatMap((one) => (one.role === 'steward' ? [one.board] : [])));
  const isOwn = ({ id }: BoardSummary) => role === 'steward' || own.has(id);
  return { isSignedIn: role !== 'anonymous', boards: boards.filter(isOwn) };
}

function Choice({ isSignedIn, boards }: Own) {
  const { t } = useTranslation('pairing');
  const search = useSearch();
  const to = ({ id }: BoardSummary) => `/b/${id}/walls${search === '' ? '' : `?${search}`}`;
  const [first] = boards;
  if (first && boards.length === 1) return <Redirect to={to(first)} replace />;
  if (!first)
    return (
      <Notice whole title={t('choose.none')} actions={!isSignedIn && <SignInLink />}>
        {t(isSignedIn ? 'choose.noneText' : 'choose.signIn')}
      </Notice>
    );
  return (
    <>
      <header className={page.head}>
        <h1>{t('choose.title')}</h1>
        <p className={page.quiet}>{t('choose.lead')}</p>
      </header>
      <ul className={styles.boards}>
        {boards.map((board) => (
          <li key={board.id}>
            <Link href={to(board)} className={styles.board}>
              {board.name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A display named no board: the steward says which of theirs takes it. */
export function ChooseBoardPage() {
  const { t } = useTranslation('pairing');
  const [asked, again] = useAsked(ownBoards);
  const hasFailed = asked.kind === 'failed';
  useEffect(() => {
    if (!hasFailed) return undefined;
    const timer = setInterval(again, 5_000);
    return () => clearInterval(timer);
  }, [hasFailed, again]);
  return (
    <PageFrame name={t('common:product')} title={t('choose.title')}>
      {asked.kind === 'asking' && <Loading />}
      {hasFailed && (
        <Notice whole title={t('common:unreachable.title')}>
          {t('common:unreachable.text')}
        </Notice>
      )}
      {asked.kind === 'answered' && <Choice {...asked.value} />}
    </PageFrame>
  );
}
