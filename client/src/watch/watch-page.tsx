import { useTranslation } from 'react-i18next';
import { MotionStage } from '../motion/motion-stage.tsx';
import { useVocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Controls } from './controls.tsx';
import { DemoNotice } from './demo-notice.tsx';
import { NoUnits } from './empty.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { LeaderHero } from './leader-hero.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { useRanking } from './ranking-source.ts';
import { RecordHolders } from './record-holders.tsx';
import { useWatchQuery } from './watch-query.ts';
import styles from './watch-page.module.css';

/** The race as anyone may follow it: who leads, who moves, what falls. */
export function WatchPage({ board }: { board: string }) {
  const { t } = useTranslation('watch');
  const vocabulary = useVocabulary(board);
  const [asked, change] = useWatchQuery();
  const metric = vocabulary.metrics.get(asked.metric) ?? [...vocabulary.metrics.values()][0];
  const query = { ...asked, metric: metric?.id ?? '' };
  const ranking = useRanking(board, query);

  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const page = { board, vocabulary, query, change };
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <h1 className="visually-hidden">{name}</h1>
      {!metric || vocabulary.units.size === 0 ? (
        <NoUnits />
      ) : (
        <MotionStage>
          <Controls {...page} />
          <LeaderHero {...page} metric={metric} ranking={ranking} />
          <RecordHolders board={board} vocabulary={vocabulary} metric={metric} />
          <div className={styles.columns}>
            <RankingPanel {...page} metric={metric} ranking={ranking} />
            <FeedPanel {...page} />
          </div>
        </MotionStage>
      )}
      <DemoNotice board={vocabulary.board} units={vocabulary.units.size} />
    </PageFrame>
  );
}
