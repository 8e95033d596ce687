import type { CooperationRow } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
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
import { OpenedAll, OpenedCell, OpenedPair } from './opened-panel.tsx';
import { PairList } from './pair-list.tsx';
import { partsOf } from './opened.ts';
import {
  acrossSectors,
  keyOf,
  shownKinds,
  sortCooperation,
  strongest,
  type Shown,
  type SortedCooperation,
} from './pairs.ts';
import { SectorMatrix } from './sector-matrix.tsx';

/** Lines the picture draws at the most: more of them would be one colour. */
const maxDrawn = 120;

interface NetworkProps {
  board: string;
  vocabulary: Vocabulary;
  sorted: SortedCooperation;
}

/** The matrix, and beside it the results of the cell that is open. */
function Sectors({ board, vocabulary, sorted, shown }: NetworkProps & { shown: Shown }) {
  const [search, change] = useQueryState();
  const opened = search.get('cell') ?? '';
  const cell = sorted.sectors.find(({ from, to }) => `${from}|${to}` === opened);
  const open = (key: string) => change({ cell: key });
  return (
    <div className={styles.columns}>
      <SectorMatrix
        {...{ vocabulary, shown, opened }}
        sectors={sorted.sectors}
        onOpen={(key) => open(key)}
      />
      {cell && partsOf(cell, shown) > 0 && (
        <OpenedCell
          key={`${opened} ${shown}`}
          {...{ board, vocabulary, shown, cell }}
          onClose={() => open('')}
        />
      )}
    </div>
  );
}

function Network(props: NetworkProps) {
  const { board, vocabulary, sorted } = props;
  const { t } = useTranslation('cooperation');
  const [search, change] = useQueryState();
  const [pointed, setPointed] = useState('');
  const shown = shownKinds.find((kind) => kind === search.get('show')) ?? 'all';
  const isAcross = search.get('across') === 'yes';
  const pairs = useMemo(
    () => strongest(isAcross ? acrossSectors(sorted.pairs, vocabulary) : sorted.pairs, shown),
    [sorted.pairs, shown, isAcross, vocabulary],
  );
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
              <OpenedPair
                key={`${key} ${shown}`}
                {...{ board, vocabulary, shown }}
                pair={chosen}
                onClose={() => choose('')}
              />
            )}
            <PairList {...common} pairs={pairs} />
          </div>
        </div>
      )}
      <Sectors {...props} shown={shown} />
    </>
  );
}

/** The network in numbers, each of which opens what it counts. */
function Summary({ summary }: { summary: NonNullable<SortedCooperation['summary']> }) {
  const { t } = useTranslation('cooperation');
  const [search, change] = useQueryState();
  const toggle = (name: string) => change({ [name]: search.get(name) === 'yes' ? '' : 'yes' });
  return (
    <p className={styles.summary}>
      {(['results', 'across'] as const).map((name) => (
        <button
          key={name}
          type="button"
          className={button.button}
          aria-pressed={search.get(name) === 'yes'}
          onClick={() => toggle(name)}
        >
          {name === 'results'
            ? t('summary.results', { count: summary.results })
            : t('summary.across', { count: summary.acrossSectors, of: summary.pairs })}
        </button>
      ))}
      <a href="#pairs-title">{t('summary.units', { count: summary.units })}</a>
    </p>
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
  const [search, change] = useQueryState();
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
        {summary && summary.results > 0 && <Summary summary={summary} />}
        <p className={styles.quiet}>{t('explained')}</p>
      </header>
      <div className={styles.page}>
        {status === 'loading' && <Loading />}
        {status === 'ready' && sorted.pairs.length === 0 && <Empty board={board} />}
        {summary && search.get('results') === 'yes' && (
          <OpenedAll
            {...{ board, vocabulary }}
            shown="all"
            count={summary.results}
            onClose={() => change({ results: '' })}
          />
        )}
        {sorted.pairs.length > 0 && (
          <Network board={board} vocabulary={vocabulary} sorted={sorted} />
        )}
      </div>
    </PageFrame>
  );
}
