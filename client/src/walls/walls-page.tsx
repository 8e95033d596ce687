import type { DisplaysRow } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useRole } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { MessageDialog } from './message-dialog.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { PlaylistEditor } from './playlist-editor.tsx';
import { PlaylistsPanel } from './playlists-panel.tsx';
import { ReceiptsPanel } from './receipts-panel.tsx';
import { useDoing } from './use-doing.ts';
import { WallCard } from './wall-card.tsx';
import { sortWalls } from './wall-rows.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

function Walls(parts: WallsParts) {
  const { t } = useTranslation('walls');
  const doing = useDoing();
  const { board, rows } = parts;
  const online = rows.walls.filter(({ status }) => status?.online).length;
  if (rows.walls.length === 0)
    return (
      <Notice
        title={t('none.title')}
        actions={
          <a className={button.button} href={`/b/${board}/wall`} target="_blank" rel="noreferrer">
            {t('none.open')}
          </a>
        }
      >
        {t('none.text')}
      </Notice>
    );
  return (
    <section aria-labelledby="walls">
      <h2 id="walls" className="visually-hidden">
        {t('heading')}
      </h2>
      <p className={styles.count}>
        {t('count', { count: rows.walls.length })} · {t('online', { count: online })}
      </p>
      <ul className={styles.walls}>
        {rows.walls.map((wall) => (
          <WallCard key={wall.id} {...parts} wall={wall} doing={doing} />
        ))}
      </ul>
    </section>
  );
}

function Playlists(parts: WallsParts) {
  const [search, change] = useQueryState();
  const [isNew, setNew] = useState(false);
  const { playlists } = parts.rows;
  const playlist = playlists.find(({ id }) => id === search.get('playlist'));
  const edit = (id: string) => (setNew(id === ''), change({ playlist: id }));
  const close = () => (setNew(false), change({ playlist: '' }));
  if (!playlist && !isNew) return <PlaylistsPanel {...parts} onEdit={edit} />;
  return <PlaylistEditor key={playlist?.id ?? ''} {...parts} playlist={playlist} onClose={close} />;
}

function Stewards({ board, vocabulary }: Pick<WallsParts, 'board' | 'vocabulary'>) {
  const { t } = useTranslation('walls');
  const { rows, status } = useTopic<DisplaysRow>(board, 'displays');
  const [says, setSays] = useState(false);
  const sorted = useMemo(() => sortWalls(rows.values()), [rows]);
  const parts = { board, vocabulary, rows: sorted };
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{t('heading')}</h1>
          <p className={styles.quiet}>{t('lead')}</p>
        </div>
        <button type="button" className={button.primary} onClick={() => setSays(true)}>
          {t('do.messageAll')}
        </button>
      </header>
      {status === 'loading' ? (
        <Loading />
      ) : (
        <div className={styles.page}>
          <Walls {...parts} />
          <MessagesPanel {...parts} />
          <Playlists {...parts} />
          <ReceiptsPanel {...parts} />
        </div>
      )}
      {says && <MessageDialog board={board} onClose={() => setSays(false)} />}
    </>
  );
}

/** Every screen that shows the board, for those who run them. */
export function WallsPage({ board }: { board: string }) {
  const { t } = useTranslation('walls');
  const vocabulary = useVocabulary(board);
  const role = useRole();
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      {role === 'unknown' && <Loading />}
      {role === 'anonymous' && (
        <Notice whole title={t('stewardsOnly.title')}>
          {t('stewardsOnly.text')}
        </Notice>
      )}
      {role === 'steward' && <Stewards board={board} vocabulary={vocabulary} />}
    </PageFrame>
  );
}
