import type { HonoursRow } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { HonoursParts } from './honours-parts.ts';
import { sortHonours, type SortedHonours } from './honours-rows.ts';
import { ModelRanking } from './model-ranking.tsx';
import { Roll } from './roll.tsx';
import { TitleCard } from './title-card.tsx';
import { TitleDialog } from './title-dialog.tsx';
import styles from './honours.module.css';

function Titles({ sorted, ...parts }: HonoursParts & { sorted: SortedHonours }) {
  const { t } = useTranslation('honours');
  const [adds, setAdds] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="titles">
      <header className={styles.sectionHead}>
        <h2 id="titles">{t('titles.label')}</h2>
        {parts.isSteward && (
          <button type="button" className={button.button} onClick={() => setAdds(true)}>
            {t('titles.add')}
          </button>
        )}
      </header>
      {sorted.titles.length === 0 ? (
        <p className={styles.empty}>{t(parts.isSteward ? 'titles.none' : 'titles.noneYet')}</p>
      ) : (
        <ul className={styles.titles}>
          {sorted.titles.map((title) => (
            <TitleCard
              key={title.id}
              {...parts}
              title={title}
              candidates={sorted.candidates.get(title.id) ?? []}
            />
          ))}
        </ul>
      )}
      {adds && <TitleDialog board={parts.board} onClose={() => setAdds(false)} />}
    </section>
  );
}

/** What can be won, who would win it now, who sets the example, and what was awarded. */
export function HonoursPage({ board }: { board: string }) {
  const { t } = useTranslation('honours');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const { rows, status } = useTopic<HonoursRow>(board, 'honours');
  const sorted = useMemo(() => sortHonours(rows.values()), [rows]);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const parts = { board, vocabulary, isSteward };
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <header className={styles.head}>
        <h1>{t('heading')}</h1>
        <p>{t('lead')}</p>
      </header>
      {status === 'loading' ? (
        <Loading />
      ) : (
        <div className={styles.page}>
          <Titles {...parts} sorted={sorted} />
          <ModelRanking {...parts} rows={sorted.models} />
          <Roll {...parts} honours={sorted.honours} />
        </div>
      )}
    </PageFrame>
  );
}
