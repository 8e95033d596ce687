import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { MotionStage } from '../motion/motion-stage.tsx';
import { useVocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Controls } from './controls.tsx';
import { useFollowed } from './followed.ts';
import { LeaderHero } from './leader-hero.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { useRanking } from './ranking-source.ts';
import { RecordHolders } from './record-holders.tsx';
import { useWatchQuery } from './watch-query.ts';
import styles from './watch-page.module.css';

const DemoNotice = lazy(async () => ({
  default: (await import('./demo-notice.tsx')).DemoNotice,
}));
const NoUnits = lazy(async () => ({ default: (await import('./empty.tsx')).NoUnits }));
const FeedPanel = lazy(async () => ({
  default: (await import('./feed-panel.tsx')).FeedPanel,
}));
const FollowStrip = lazy(async () => ({
  default: (await import('./follow-strip.tsx')).FollowStrip,
}));

/** The race as anyone may follow it: who leads, who moves, what falls. */
export function WatchPage({ board }: { board: string }) {
  const { t } = useTranslation('watch');
  const vocabulary = useVocabulary(board);
  const [asked, change] = useWatchQuery();
  const metric = vocabulary.metrics.get(asked.metric) ?? [...vocabulary.metrics.values()][0];
  const query = { ...asked, metric: metric?.id ?? '' };
  const isFollowing = useFollowed(board)[0].length > 0;
  const ranking = useRanking(board, query, vocabulary.board?.timeZone ?? 'UTC');

  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const page = { board, vocabulary, query, change };
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <h1 className="visually-hidden">{name}</h1>
      {!metric || vocabulary.units.size === 0 ? (
        <Suspense fallback={<Loading />}>
          <NoUnits />
        </Suspense>
      ) : (
        <MotionStage>
          {isFollowing && (
            <Suspense>
              <FollowStrip {...page} metric={metric} ranking={ranking} />
            </Suspense>
          )}
          <Controls {...page} />
          {query.by === 'unit' && <LeaderHero {...page} metric={metric} ranking={ranking} />}
          <RecordHolders board={board} vocabulary={vocabulary} metric={metric} />
          <div className={styles.columns}>
            <RankingPanel {...page} metric={metric} ranking={ranking} />
            <Suspense fallback={<Loading />}>
              <FeedPanel {...page} />
            </Suspense>
          </div>
        </MotionStage>
      )}
      {vocabulary.board.demo && (
        <Suspense fallback={null}>
          <DemoNotice board={vocabulary.board} units={vocabulary.units.size} />
        </Suspense>
      )}
    </PageFrame>
  );
}
