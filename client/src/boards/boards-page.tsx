import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isUnreachable, listBoards, type BoardSummary } from '../api/client.ts';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import styles from './boards.module.css';

type Found = { kind: 'boards'; boards: BoardSummary[] } | { kind: 'unreachable' | 'failed' };

const againMs = 5_000;

/** The boards the visitor may see; asks again by itself while the server does not answer. */
function useBoards(): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () =>
      listBoards(abort.signal).then(
        ({ boards }) => setFound({ kind: 'boards', boards }),
        (error: unknown) => {
          if (abort.signal.aborted) return;
          setFound({ kind: isUnreachable(error) ? 'unreachable' : 'failed' });
          timer = setTimeout(() => void load(), againMs);
        },
      );
    void load();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
  return found;
}

function BoardCard({ board }: { board: BoardSummary }) {
  const { t } = useTranslation('boards');
  return (
    <li className={styles.card}>
      <h2>
        <Link href={`/b/${board.id}`}>{board.name}</Link>
      </h2>
      <p className={styles.detail}>
        <span>{board.timeZone}</span>
        {board.demo && <span>{t('demo')}</span>}
        {board.visibility === 'private' && <span>{t('private')}</span>}
      </p>
      <p className={styles.links}>
        <Link href={`/b/${board.id}/wall`}>{t('common:nav.wall')}</Link>
        <Link href={`/b/${board.id}/post`}>{t('common:nav.post')}</Link>
      </p>
    </li>
  );
}

function Body({ found }: { found: Found | undefined }) {
  const { t } = useTranslation('boards');
  if (!found) return <Loading />;
  if (found.kind !== 'boards') {
    const why = found.kind === 'unreachable' ? 'unreachable' : 'failed';
    return (
      <Notice whole title={t(`common:${why}.title`)}>
        {t('common:unreachable.text')}
      </Notice>
    );
  }
  if (found.boards.length === 0)
    return (
      <Notice whole title={t('empty')}>
        {t('emptyText')}
      </Notice>
    );
  return (
    <>
      <h1 className={styles.title}>{t('heading')}</h1>
      <ul className={styles.cards}>
        {found.boards.map((board) => (
          <BoardCard key={board.id} board={board} />
        ))}
      </ul>
    </>
  );
}

export function BoardsPage() {
  const { t } = useTranslation('boards');
  const found = useBoards();
  return (
    <PageFrame name={t('common:product')} title={t('common:product')}>
      <Body found={found} />
    </PageFrame>
  );
}
