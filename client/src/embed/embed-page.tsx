import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { Loading } from '../ui/loading.tsx';
import { SilenceBanner, TruthMark } from '../ui/truth-mark.tsx';
import { EmbedRanking } from './embed-ranking.tsx';
import { EmbedRecords } from './embed-records.tsx';
import styles from './embed.module.css';

const query = new URLSearchParams(location.search);

function View({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const { t } = useTranslation('embed');
  const asked = vocabulary.metrics.get(query.get('metric') ?? '');
  const metric = asked ?? [...vocabulary.metrics.values()][0];
  if (!metric) return <p className={styles.quiet}>{t('noMetrics')}</p>;
  const view = query.get('view');
  if (view === 'records')
    return <EmbedRecords board={board} vocabulary={vocabulary} kind="standing" />;
  if (view === 'feed') return <EmbedRecords board={board} vocabulary={vocabulary} kind="newest" />;
  return <EmbedRanking board={board} vocabulary={vocabulary} metric={metric} query={query} />;
}

/** One view of a board inside another site: live, small, and a way to the whole of it. */
export function EmbedPage({ board }: { board: string }) {
  const { t } = useTranslation('embed');
  const vocabulary = useVocabulary(board);
  const name = vocabulary.board?.name;
  useEffect(() => {
    if (name !== undefined) document.title = name;
  }, [name]);
  if (vocabulary.status === 'missing') return <p className={styles.quiet}>{t('missing')}</p>;
  if (name === undefined) return <Loading />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <a href={`/b/${board}`} target="_blank" rel="noopener" className={styles.board}>
          <span className={styles.mark} aria-hidden="true" />
          <span>{name}</span>
          <span className="visually-hidden">{t('opens')}</span>
        </a>
        <TruthMark />
      </header>
      <SilenceBanner />
      <main>
        <View board={board} vocabulary={vocabulary} />
      </main>
    </div>
  );
}
