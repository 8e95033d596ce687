import type { CooperationRow } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import english from '../i18n/en/cooperation.json';
import { addWords } from '../i18n/words.ts';
import { useTopic, useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import styles from './cooperation.module.css';
import { NetworkPicture } from './network-picture.tsx';
import { PairList } from './pair-list.tsx';
import { PairResults } from './pair-results.tsx';
import { keyOf, shownKinds, sortCooperation, strongest, type SortedCooperation } from './pairs.ts';
import { SectorMatrix } from './sector-matrix.tsx';

addWords('cooperation', english);

/** Lines the picture draws at the most: more of them would be one colour. */
const maxDrawn = 120;

function Network(props: { board: string; vocabulary: Vocabulary; sorted: SortedCooperation }) {
  const { board, vocabulary, sorted } = props;
  const { t } = useTranslation('cooperation');
  const [search, change] = useQueryState();
  const [pointed, setPointed] = useState('');
  const shown = shownKinds.find((kind) => kind === search.get('show')) ?? 'all';
  const pairs = useMemo(() => strongest(sorted.pairs, shown), [sorted.pairs, shown]);
  const chosen = pairs.find((pair) => keyOf(pair) === search.get('pair'));
  const choose = (pair: string) => change({ pair });
  const key = chosen ? keyOf(chosen) : '';
  const common = { vocabulary, shown, chosen: key, onChoose: choose, onPoint: setPointed };
  return (
    <>
      <div className={styles.controls}>
        <Choice
          label={t('show.label')}
          value={shown}
          options={shownKinds.map((value) => ({ value, label: t(`show.${value}`) }))}
          onChoose={(value) => change({ show: value === 'all' ? '' : value, pair: '' })}
        />
      </div>
      {pairs.length === 0 ? (
        <p className={styles.quiet}>{t('none')}</p>
      ) : (
        <div className={styles.columns}>
          <NetworkPicture {...common} pairs={pairs.slice(0, maxDrawn)} pointed={pointed} />
          <div className={styles.side}>
            {chosen && (
              <PairResults
                key={key}
                board={board}
                pair={chosen}
                vocabulary={vocabulary}
                onClose={() => choose('')}
              />
            )}
            <PairList {...common} pairs={pairs} />
          </div>
        </div>
      )}
      <SectorMatrix sectors={sorted.sectors} vocabulary={vocabulary} shown={shown} />
    </>
  );
}

function Empty({ board }: { board: string }) {
  const { t } = useTranslation('cooperation');
  return (
    <Notice
      title={t('empty.title')}
      actions={
        <Link href={`/b/${board}/post`} className={button.primary}>
          {t('common:nav.post')}
        </Link>
      }
    >
      {t('empty.text')}
    </Notice>
  );
}

/** Who works with whom, between which sectors, and the results it is counted from. */
export function CooperationPage({ board }: { board: string }) {
  const { t } = useTranslation('cooperation');
  const vocabulary = useVocabulary(board);
  const { rows, status } = useTopic<CooperationRow>(board, 'cooperation');
  const sorted = useMemo(() => sortCooperation(rows.values()), [rows]);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const { summary } = sorted;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <header className={styles.head}>
        <h1>{t('heading')}</h1>
        {summary && summary.results > 0 && (
          <p>
            {[
              t('summary.results', { count: summary.results }),
              t('summary.units', { count: summary.units }),
              t('summary.across', { count: summary.acrossSectors, of: summary.pairs }),
            ].join(' · ')}
          </p>
        )}
        <p className={styles.quiet}>{t('explained')}</p>
      </header>
      <div className={styles.page}>
        {status === 'loading' && <Loading />}
        {status === 'ready' && sorted.pairs.length === 0 && <Empty board={board} />}
        {sorted.pairs.length > 0 && (
          <Network board={board} vocabulary={vocabulary} sorted={sorted} />
        )}
      </div>
    </PageFrame>
  );
}
