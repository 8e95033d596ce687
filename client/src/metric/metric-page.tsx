import type { RankingRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, useVocabulary, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { RecordHolders } from '../watch/record-holders.tsx';
import { DistributionPanel } from './distribution.tsx';
import { MetricDrives } from './metric-drives.tsx';
import styles from './metric.module.css';
import { Progress } from './progress.tsx';
import { MetricStandings } from './standings.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
}

function Metric({ board, vocabulary, metric }: Props) {
  const { t } = useTranslation('metric');
  const ranking = useTopic<RankingRow>(board, `ranking:${metric.id}`);
  const parts = { board, vocabulary, metric };
  return (
    <>
      <header className={styles.header}>
        <h1>{metric.name}</h1>
        <p>
          {metric.unitOfMeasure && <span>{t('measuredIn', { unit: metric.unitOfMeasure })}</span>}
          <span>{t(`direction.${metric.direction}`)}</span>
          <span>{t(`aggregate.${metric.aggregate}`)}</span>
          <span>{t(`recordsPer.${metric.recordsPer}`)}</span>
        </p>
      </header>
      <RecordHolders {...parts} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Progress {...parts} />
          <DistributionPanel {...parts} version={ranking.seq} />
        </div>
        <div className={styles.stack}>
          <MetricStandings {...parts} ranking={ranking} />
          <MetricDrives board={board} vocabulary={vocabulary} metric={metric.id} />
        </div>
      </div>
    </>
  );
}

/** Everything about one metric: its records, how they grew, who stands where, what is usual. */
export function MetricPage({ board, metric: id }: { board: string; metric: string }) {
  const { t } = useTranslation('metric');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const metric = vocabulary.metrics.get(id);
  const title = metric ? t('title', { metric: metric.name, board: name }) : t('missing');
  return (
    <PageFrame board={board} name={name} title={title}>
      {metric ? (
        <Metric board={board} vocabulary={vocabulary} metric={metric} />
      ) : (
        <Notice
          title={t('missing')}
          whole
          actions={
            <Link href={`/b/${board}`} className={button.button}>
              {t('back')}
            </Link>
          }
        >
          {t('missingText', { board: name })}
        </Notice>
      )}
    </PageFrame>
  );
}
