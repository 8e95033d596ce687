import type { ExperienceRow, ExperienceTopicRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { ExperienceForm } from './experience-form.tsx';
import { sortTopic } from './experience-parts.ts';
import styles from './form.module.css';

interface Props {
  board: string;
  /** Which one is edited; absent where a new one is written. */
  experience?: string;
}

/** Where an experience is written, and where it is edited. */
export function WritePage({ board, experience: id }: Props) {
  const { t } = useTranslation('experience');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const search = useSearch();
  const { rows: experiences, status } = useTopic<ExperienceRow>(board, 'experiences');
  const isKnown = id !== undefined && experiences.has(id);
  const { rows } = useTopic<ExperienceTopicRow>(board, isKnown ? `experience:${id}` : '');
  const { text } = useMemo(() => sortTopic(rows.values()), [rows]);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const isEdit = id !== undefined;
  const parameters = new URLSearchParams(search);
  const given = {
    unit: parameters.get('unit') ?? '',
    metric: parameters.get('metric') ?? '',
    proof: parameters.get('proof') ?? '',
    basedOn: parameters.get('basedOn') ?? '',
  };
  const title = isEdit && text ? t('form.editTitle', { title: text.title }) : t('form.newTitle');
  const isReady = status === 'ready' && (!isEdit || text !== undefined);
  return (
    <PageFrame board={board} name={name} title={title}>
      {!isSteward ? (
        <Notice whole title={t('form.signIn')}>
          {t('form.signInText')}
        </Notice>
      ) : isEdit && status === 'ready' && !isKnown ? (
        <Notice whole title={t('missing')}>
          {t('missingText', { board: name })}
        </Notice>
      ) : isReady ? (
        <>
          <h1 className={styles.title}>{title}</h1>
          <ExperienceForm
            {...{ board, vocabulary, experiences, given }}
            {...(text ? { text } : {})}
          />
        </>
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}
