import { useTranslation } from 'react-i18next';
import { MotionStage } from '../motion/motion-stage.tsx';
import { useVocabulary, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { ReplayControls } from './replay-controls.tsx';
import styles from './replay-page.module.css';
import { useReplayQuery, type ChangeReplay, type ReplayQuery } from './replay-query.ts';
import { Stage } from './stage.tsx';
import { usePast } from './use-past.ts';

/** Enough for a smooth race, few enough for a phone. */
const size = { steps: 240, top: 12 };

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  query: ReplayQuery;
  change: ChangeReplay;
}

function Replay({ board, vocabulary, metric, query, change }: Props) {
  const { t } = useTranslation('replay');
  const past = usePast(board, query, size);
  const known = 'value' in past ? past.value : undefined;
  const isEmpty = known?.frames.length === 0;
  return (
    <>
      <header className={styles.head}>
        <h1>{t('heading')}</h1>
        <ReplayControls {...{ vocabulary, query, change }} span={known?.span ?? null} />
        <p>{t(`truth.${query.truth}Text`)}</p>
      </header>
      {past.kind === 'loading' && <Loading />}
      {past.kind === 'failed' && <Notice title={t('failed')}>{t('failedText')}</Notice>}
      {isEmpty && (
        <Notice
          title={t('empty')}
          actions={
            (query.from || query.to) && (
              <button
                type="button"
                className={button.button}
                onClick={() => change({ from: '', to: '', at: '' }, 'push')}
              >
                {t('whole')}
              </button>
            )
          }
        >
          {t('emptyText', { metric: metric.name })}
        </Notice>
      )}
      {known && !isEmpty && (
        <Stage
          key={[query.metric, query.by, query.truth, query.from, query.to].join(' ')}
          {...{ board, vocabulary, metric, query, change }}
          past={known}
        />
      )}
    </>
  );
}

/** The board at any moment of its past, and how it went on from there. */
export function ReplayPage({ board }: { board: string }) {
  const { t } = useTranslation('replay');
  const vocabulary = useVocabulary(board);
  const [asked, change] = useReplayQuery();
  const metric = vocabulary.metrics.get(asked.metric) ?? [...vocabulary.metrics.values()][0];
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      {metric ? (
        <MotionStage>
          <Replay
            {...{ board, vocabulary, metric, change }}
            query={{ ...asked, metric: metric.id }}
          />
        </MotionStage>
      ) : (
        <Notice title={t('noMetrics')} whole>
          {t('noMetricsText')}
        </Notice>
      )}
    </PageFrame>
  );
}
