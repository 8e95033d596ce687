import { useTranslation } from 'react-i18next';
import { useVocabulary, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { ComparePicker } from './compare-picker.tsx';
import { useCompareQuery } from './compare-query.ts';
import styles from './compare.module.css';
import page from '../ui/page.module.css';
import { DuelTable } from './duel-table.tsx';
import { Meetings } from './meetings.tsx';
import { OverlayChart } from './overlay-chart.tsx';
import { useCompared } from './use-compared.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  first: MetricInfo;
}

function Comparison({ board, vocabulary, first }: Props) {
  const { t } = useTranslation('compare');
  const [asked, change] = useCompareQuery(vocabulary.units);
  const metric = vocabulary.metrics.get(asked.metric) ?? first;
  const query = { ...asked, metric: metric.id };
  const units = query.units.flatMap((id) => vocabulary.units.get(id) ?? []);
  const answer = useCompared(board, query);
  const compared = 'value' in answer ? answer.value : undefined;
  // What was answered for other units is not told of these.
  const isCurrent = compared?.lines.length === units.length;
  return (
    <div className={page.sheet}>
      <header className={page.sheetHead}>
        <h1>{t('heading')}</h1>
        <ComparePicker {...{ vocabulary, query, units, change }} />
      </header>
      {units.length < 2 && <Notice title={t('choose')}>{t('chooseText')}</Notice>}
      {answer.kind === 'failed' && <p role="alert">{t('failed')}</p>}
      {units.length > 0 && answer.kind === 'loading' && <Loading />}
      {units.length > 0 && compared && isCurrent && (
        <>
          <section className={styles.panel} aria-labelledby="lines">
            <h2 id="lines">{t('lines', { metric: metric.name })}</h2>
            <OverlayChart {...{ units, metric, vocabulary }} lines={compared.lines} />
          </section>
          <section className={styles.panel} aria-labelledby="duel">
            <h2 id="duel">{t('duel')}</h2>
            <DuelTable {...{ board, units, metric, vocabulary, compared }} />
          </section>
          {compared.meetings && (
            <Meetings {...{ board, units, metric, query, change }} meetings={compared.meetings} />
          )}
        </>
      )}
    </div>
  );
}

/** Two to four units against each other. */
export function ComparePage({ board }: { board: string }) {
  const { t } = useTranslation('compare');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const [first] = vocabulary.metrics.values();
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      {first ? (
        <Comparison {...{ board, vocabulary, first }} />
      ) : (
        <Notice title={t('noMetrics')} whole />
      )}
    </PageFrame>
  );
}
