import { useTranslation } from 'react-i18next';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { chaptersOf } from './book.ts';
import { ChapterTable } from './chapter.tsx';
import { useRecordsQuery } from './records-query.ts';
import { RecordsTools } from './records-tools.tsx';
import styles from './records.module.css';
import page from '../ui/page.module.css';
import { useRecords } from './use-records.ts';

function Book({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const { t } = useTranslation('records');
  const [query, change] = useRecordsQuery();
  const { rows, isLoading, failed } = useRecords(board, query);
  const chapters = chaptersOf(rows, query, vocabulary);
  const now = useNow(60_000);
  const today = formatDate(new Date(now).toISOString(), vocabulary.board?.timeZone ?? 'UTC');
  return (
    <div className={page.sheet}>
      <header className={page.sheetHead}>
        <h1>{t('heading')}</h1>
        <p className={styles.asOf}>{t('asOf', { board: vocabulary.board?.name, date: today })}</p>
        <RecordsTools {...{ vocabulary, query, change }} />
      </header>
      {failed && <Notice title={t('failed')} />}
      {isLoading && <Loading />}
      {!isLoading && !failed && chapters.length === 0 && (
        <Notice title={t('empty')}>{t('emptyText')}</Notice>
      )}
      {chapters.map((chapter) => (
        <ChapterTable
          key={`${chapter.metric.id} ${query.scope} ${query.sector}`}
          {...{ board, vocabulary, chapter }}
        />
      ))}
    </div>
  );
}

/** Every standing record, by metric and scope; also on paper. */
export function RecordsPage({ board }: { board: string }) {
  const { t } = useTranslation('records');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <Book board={board} vocabulary={vocabulary} />
    </PageFrame>
  );
}
