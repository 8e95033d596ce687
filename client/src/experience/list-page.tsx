import type { ExperienceRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { Select } from '../ui/select.tsx';
import { ExperienceCard } from './experience-card.tsx';
import { listOrders, orderExperiences, type ListOrder } from './list-order.ts';
import styles from './list.module.css';
import { adoptionStates } from './state-bar.tsx';

interface SelectProps {
  label: string;
  all: string;
  value: string;
  options: readonly { id: string; name: string }[];
  onChoose: (value: string) => void;
}

function FilterSelect({ label, all, value, options, onChoose }: SelectProps) {
  return (
    <Select
      label={label}
      options={[
        { value: '', label: all },
        ...options.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={onChoose}
    />
  );
}

interface ListProps {
  board: string;
  vocabulary: Vocabulary;
  rows: ReadonlyMap<string, ExperienceRow>;
  isSteward: boolean;
}

function WriteLink({ board }: { board: string }) {
  const { t } = useTranslation('experience');
  return (
    <Link href={`/b/${board}/experience/_new`} className={button.primary}>
      {t('write')}
    </Link>
  );
}

function List({ board, vocabulary, rows, isSteward }: ListProps) {
  const { t } = useTranslation('experience');
  const [search, change] = useQueryState();
  const of = (name: string) => search.get(name) ?? '';
  const order = listOrders.find((each) => each === of('order')) ?? 'newest';
  const filter = { metric: of('metric'), sector: of('sector'), state: of('state') };
  const shown = orderExperiences(rows.values(), filter, order);
  if ([...rows.values()].every(({ withdrawn }) => withdrawn))
    return (
      <Notice title={t('none')} actions={isSteward && <WriteLink board={board} />}>
        {t('noneText')}
      </Notice>
    );
  const states = adoptionStates.map((id) => ({ id, name: t(`state.${id}`) }));
  const clear = () => change({ metric: '', sector: '', state: '' });
  return (
    <>
      <section className={styles.filters} aria-label={t('filters')}>
        <Choice<ListOrder>
          label={t('sort.label')}
          value={order}
          options={listOrders.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChoose={(value) => change({ order: value === 'newest' ? '' : value })}
        />
        <FilterSelect
          label={t('metric.label')}
          all={t('metric.all')}
          value={filter.metric}
          options={[...vocabulary.metrics.values()]}
          onChoose={(metric) => change({ metric })}
        />
        <FilterSelect
          label={t('sector.label')}
          all={t('sector.all')}
          value={filter.sector}
          options={[...vocabulary.sectors.values()]}
          onChoose={(sector) => change({ sector })}
        />
        <FilterSelect
          label={t('stateFilter.label')}
          all={t('stateFilter.all')}
          value={filter.state}
          options={states}
          onChoose={(state) => change({ state })}
        />
      </section>
      {shown.length === 0 ? (
        <Notice
          title={t('noMatch')}
          actions={
            <button type="button" className={button.button} onClick={clear}>
              {t('clear')}
            </button>
          }
        >
          {t('noMatchText')}
        </Notice>
      ) : (
        <ul className={styles.cards}>
          {shown.map((row) => (
            <ExperienceCard key={row.id} board={board} vocabulary={vocabulary} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

/** How records were made, and how far that has spread. */
export function ExperienceListPage({ board }: { board: string }) {
  const { t } = useTranslation('experience');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const { rows, status } = useTopic<ExperienceRow>(board, 'experiences');
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <header className={styles.head}>
        <div>
          <h1>{t('heading')}</h1>
          <p>{t('lead')}</p>
        </div>
        {isSteward && rows.size > 0 && <WriteLink board={board} />}
      </header>
      {status === 'loading' ? (
        <Loading />
      ) : (
        <List board={board} vocabulary={vocabulary} rows={rows} isSteward={isSteward} />
      )}
    </PageFrame>
  );
}
