import type { DisplaysRow, ExperienceRow } from '@emulation/shared';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardList } from '../list/card-list.tsx';
import { useReach } from '../people/reach.ts';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useRole } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { SignInLink } from '../ui/sign-in-link.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import { AdmitDialog } from './admit-dialog.tsx';
import { AdmittedPanel } from './admitted-panel.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { PlaylistEditor } from './playlist-editor.tsx';
import { PlaylistsPanel } from './playlists-panel.tsx';
import { ReceiptsPanel } from './receipts-panel.tsx';
import { useAdmitted } from './use-admitted.ts';
import { useDoing } from './use-doing.ts';
import { WallCard } from './wall-card.tsx';
import { sortWalls, wallName, type Wall } from './wall-rows.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

function Walls(parts: WallsParts) {
  const { t } = useTranslation('walls');
  const doing = useDoing();
  const { board, rows } = parts;
  const reach = useReach(board);
  const online = rows.walls.filter(({ status }) => status?.online).length;
  const stateOf = ({ status }: Wall) =>
    t(status?.online ? 'wall.stateOnline' : 'wall.stateOffline');
  const playlistOf = ({ playlist }: Wall) =>
    rows.playlists.find(({ id }) => id === playlist)?.name ?? t('wall.ownChoice');
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
        {t('none.text', {
          address: reach.link(`${location.origin}/wall`).replace(/^https?:\/\//, ''),
        })}
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
      <CardList
        board={board}
        label={t('heading')}
        path="/displays"
        rows={rows.walls}
        text={(wall) => `${wallName(wall)} ${playlistOf(wall)}`}
        fields={[
          { id: 'name', label: t('name.label'), sortBy: wallName },
          { id: 'state', label: t('state'), sortBy: stateOf, facet: stateOf },
          {
            id: 'playlist',
            label: t('wall.playlistHint'),
            sortBy: playlistOf,
            facet: playlistOf,
          },
        ]}
      >
        {(shown) => (
          <ul className={styles.walls}>
            {shown.map((wall) => (
              <WallCard key={wall.id} {...parts} wall={wall} doing={doing} />
            ))}
          </ul>
        )}
      </CardList>
    </section>
  );
}

/** The list and the editor take each other’s place: the focus goes to the heading of what came. */
function useHeadingFocus(isEdited: boolean) {
  const area = useRef<HTMLDivElement>(null);
  const was = useRef(isEdited);
  useEffect(() => {
    if (was.current !== isEdited) area.current?.querySelector('h2')?.focus();
    was.current = isEdited;
  }, [isEdited]);
  return area;
}

function Playlists(parts: WallsParts) {
  const [search, change] = useQueryState();
  const [isNew, setNew] = useState(false);
  const { playlists } = parts.rows;
  const playlist = playlists.find(({ id }) => id === search.get('playlist'));
  const edit = (id: string) => (setNew(id === ''), change({ playlist: id }));
  const close = () => (setNew(false), change({ playlist: '' }));
  const isEdited = playlist !== undefined || isNew;
  const area = useHeadingFocus(isEdited);
  return (
    <div ref={area} className={styles.playlists}>
      {isEdited ? (
        <PlaylistEditor key={playlist?.id ?? ''} {...parts} playlist={playlist} onClose={close} />
      ) : (
        <PlaylistsPanel {...parts} onEdit={edit} />
      )}
    </div>
  );
}

function Stewards({ board, vocabulary }: Pick<WallsParts, 'board' | 'vocabulary'>) {
  const { t } = useTranslation('walls');
  const { rows, status } = useTopic<DisplaysRow>(board, 'displays');
  const [search, change] = useQueryState();
  const code = search.get('code') ?? '';
  const [asks, ask] = useState<'message' | 'code'>();
  const sorted = useMemo(() => sortWalls(rows.values()), [rows]);
  const admitted = useAdmitted(board, sorted.walls.length);
  const { rows: experiences } = useTopic<ExperienceRow>(board, 'experiences');
  const parts = { board, vocabulary: { ...vocabulary, experiences }, rows: sorted, admitted };
  const close = () => (ask(undefined), change({ code: '' }), admitted.refresh());
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{t('heading')}</h1>
          <p className={styles.quiet}>{t('lead')}</p>
        </div>
        <p className={styles.actions}>
          <button type="button" className={button.button} onClick={() => ask('message')}>
            {t('do.messageAll')}
          </button>
          <button type="button" className={button.primary} onClick={() => ask('code')}>
            {t('pairing:admit.title')}
          </button>
        </p>
      </header>
      {status === 'loading' ? (
        <Loading />
      ) : (
        <div className={styles.page}>
          <Walls {...parts} />
          <AdmittedPanel {...parts} />
          <MessagesPanel {...parts} />
          <Playlists {...parts} />
          <ReceiptsPanel {...parts} />
        </div>
      )}
      {asks === 'message' && <MessageDialog board={board} onClose={() => ask(undefined)} />}
      {status !== 'loading' && (asks === 'code' || code !== '') && (
        <AdmitDialog {...parts} code={code} onClose={close} />
      )}
    </>
  );
}

/** Every screen that shows the board, for those who run them. */
export function WallsPage({ board }: { board: string }) {
  const { t } = useTranslation(['walls', 'pairing']);
  const vocabulary = useVocabulary(board);
  const role = useRole();
  const [search] = useQueryState();
  // Who scans a code is told to sign in, also where the board is not shown to strangers.
  if (role === 'anonymous' && search.has('code'))
    return (
      <PageFrame name={t('common:product')} title={t('pairing:admit.title')}>
        <Notice whole title={t('pairing:admit.signIn')} actions={<SignInLink />}>
          {t('pairing:admit.signInText')}
        </Notice>
      </PageFrame>
    );
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <StewardsOnly title={t('stewardsOnly.title')} text={t('stewardsOnly.text')}>
        <Stewards board={board} vocabulary={vocabulary} />
      </StewardsOnly>
    </PageFrame>
  );
}
