import type { DriveSummary } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listDrives } from '../api/drives.ts';
import { CardList } from '../list/card-list.tsx';
import { useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import styles from './drives.module.css';
import { formatSpan } from './span.ts';
import { useAnswer } from './use-answer.ts';

/** Those that run come first, then those to come, then the past, newest first. */
const stateOrder = ['review', 'running', 'frozen', 'closed', 'pledging', 'draft', 'finalised'];

function inOrder(drives: readonly DriveSummary[]): DriveSummary[] {
  const rank = ({ state }: DriveSummary) => stateOrder.indexOf(state);
  return [...drives].sort((a, b) => rank(a) - rank(b) || (a.to < b.to ? 1 : -1));
}

function DriveCard({ board, drive }: { board: string; drive: DriveSummary }) {
  const { t } = useTranslation('drives');
  return (
    <li className={styles.card} data-state={drive.state}>
      <p className={styles.state}>{t(`state.${drive.state}`)}</p>
      <h2>
        <Link href={`/b/${board}/drives/${drive.id}`}>{drive.name}</Link>
      </h2>
      <p className={styles.quiet}>{formatSpan(drive.from, drive.to)}</p>
    </li>
  );
}

function DriveList({ board, version }: { board: string; version: number }) {
  const { t } = useTranslation('drives');
  const isSteward = useIsSteward();
  const ask = useCallback((signal: AbortSignal) => listDrives(board, signal), [board]);
  const answer = useAnswer(ask, version);
  if (answer.kind === 'loading') return <Loading />;
  const drives = answer.value?.drives;
  if (!drives) return <Notice title={t('common:unreachable.title')}>{t('unread')}</Notice>;
  if (drives.length === 0)
    return <Notice title={t('none')}>{t(isSteward ? 'noneSteward' : 'noneText')}</Notice>;
  const stateOf = ({ state }: DriveSummary) => t(`state.${state}`);
  return (
    <CardList
      board={board}
      label={t('heading')}
      path="/drives"
      rows={inOrder(drives)}
      text={(drive) => `${drive.name} ${stateOf(drive)}`}
      fields={[
        { id: 'name', label: t('field.name'), sortBy: ({ name }) => name },
        { id: 'state', label: t('field.state'), sortBy: stateOf, facet: stateOf },
        { id: 'from', label: t('moment.starts'), sortBy: ({ from }) => from },
        { id: 'to', label: t('moment.ends'), sortBy: ({ to }) => to },
      ]}
    >
      {(shown) => (
        <ul className={styles.cards}>
          {shown.map((drive) => (
            <DriveCard key={drive.id} board={board} drive={drive} />
          ))}
        </ul>
      )}
    </CardList>
  );
}

/** The campaigns of a board: what runs, what comes, and what was. */
export function DrivesPage({ board }: { board: string }) {
  const { t } = useTranslation('drives');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <header className={styles.head}>
        <div>
          <h1>{t('heading')}</h1>
          <p className={styles.quiet}>{t('lead')}</p>
        </div>
        {isSteward && (
          <Link href={`/b/${board}/drives/_new`} className={button.primary}>
            {t('add')}
          </Link>
        )}
      </header>
      <div className={styles.body}>
        <DriveList board={board} version={vocabulary.drives.size} />
      </div>
    </PageFrame>
  );
}
