import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary, type MetricInfo } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { isFirstView, useSettled } from '../ui/settled.ts';
import { Controls } from './controls.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { useFollowed } from './followed.ts';
import { LeaderHero } from './leader-hero.tsx';
import type { PageParts } from './page-parts.ts';
import { RankingPanel } from './ranking-panel.tsx';
import { useRanking } from './ranking-source.ts';
import { RecordHolders } from './record-holders.tsx';
import { useWatchQuery } from './watch-query.ts';
import styles from './watch-page.module.css';

const DemoNotice = lazy(async () => ({
  default: (await import('./demo-notice.tsx')).DemoNotice,
}));
const NoUnits = lazy(async () => ({ default: (await import('./empty.tsx')).NoUnits }));
const FollowStrip = lazy(async () => ({
  default: (await import('./follow-strip.tsx')).FollowStrip,
}));

/** What moves with every result; what stands around it does not move along. */
function Race(props: PageParts & { metric: MetricInfo }) {
  const { board, vocabulary, query } = props;
  const isFollowing = useFollowed(board)[0].length > 0;
  const isSettled = useSettled();
  const ranking = useRanking(board, query, vocabulary.board?.timeZone ?? 'UTC');
  const parts = { ...props, ranking };
  const feed = <FeedPanel {...{ board, vocabulary, query }} change={props.change} />;
  return (
    <>
      {isFollowing && (
        <Suspense>
          <FollowStrip {...parts} />
        </Suspense>
      )}
      <Controls {...{ board, vocabulary, query }} change={props.change} />
      {query.by === 'unit' && <LeaderHero {...parts} />}
      <RecordHolders board={board} vocabulary={vocabulary} metric={props.metric} />
      <div className={styles.columns}>
        <RankingPanel {...parts} />
        {isFirstView ? <div className={styles.late}>{feed}</div> : isSettled && feed}
      </div>
    </>
  );
}

/** The race as anyone may follow it: who leads, who moves, what falls. */
export function WatchPage({ board }: { board: string }) {
  const { t } = useTranslation('watch');
  const vocabulary = useVocabulary(board);
  const [asked, change] = useWatchQuery();
  const metric = vocabulary.metrics.get(asked.metric) ?? [...vocabulary.metrics.values()][0];
  const query = useMemo(() => ({ ...asked, metric: metric?.id ?? '' }), [asked, metric?.id]);

  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <h1 className="visually-hidden">{name}</h1>
      {!metric || vocabulary.units.size === 0 ? (
        <Suspense fallback={<Loading />}>
          <NoUnits />
        </Suspense>
      ) : (
        <Race {...{ board, vocabulary, query, change, metric }} />
      )}
      {vocabulary.board.demo && (
        <Suspense fallback={null}>
          <DemoNotice board={vocabulary.board} units={vocabulary.units.size} />
        </Suspense>
      )}
    </PageFrame>
  );
}
