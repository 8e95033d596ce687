import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdBuild } from '../install/newest-build.ts';
import { noteBoard } from '../install/last-board.ts';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { isPending, stageOf, type Attempt } from './attempt.ts';
import { draftOf, nextDraft, type Draft } from './draft.ts';
import { openOutbox, useAttempts } from './outbox.ts';
import { OwnPosts } from './own-posts.tsx';
import { firstDraft } from './post-memory.ts';
import { ResultForm } from './result-form.tsx';
import { SessionLine } from './session-line.tsx';
import { HeldPanel, WaitingPanel } from './waiting-panel.tsx';
import styles from './post-page.module.css';

export function PostPage({ board }: { board: string }) {
  const { t } = useTranslation('post');
  const vocabulary = useVocabulary(board);
  const name = vocabulary.board?.name ?? t('common:product');
  const isThere = vocabulary.board !== undefined;
  useEffect(() => {
    if (isThere) noteBoard(board);
  }, [board, isThere]);
  if (vocabulary.status === 'missing') return <NotFound />;
  return (
    <PageFrame board={board} name={name} title={t('pageTitle', { board: name })}>
      {vocabulary.board ? <PostDesk board={board} vocabulary={vocabulary} /> : <Loading />}
    </PageFrame>
  );
}

/** The attempt this page shows: the one just made, or one that a reload found unfinished, signed in or not. */
function useCurrent(board: string): [Attempt | undefined, (key: string | null) => void] {
  const attempts = useAttempts(board);
  const [key, setKey] = useState<string | null>();
  useEffect(() => openOutbox(board), [board]);
  const shown =
    key === undefined
      ? attempts.find((one) => stageOf(one) === 'held' || isPending(one))?.key
      : key;
  // Once found it stays shown, also when its answer has come.
  useEffect(() => {
    if (key === undefined && shown !== undefined) setKey(shown);
  }, [key, shown]);
  return [attempts.find((one) => one.key === shown), setKey];
}

function PostDesk({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const [current, show] = useCurrent(board);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(board, vocabulary));
  const desk = useRef<HTMLDivElement>(null);
  const state = current?.state;
  const stage = stageOf(current);
  useEffect(() => {
    if (stage !== 'form') desk.current?.querySelector<HTMLElement>('[data-stage]')?.focus();
    window.scrollTo({ top: 0 });
  }, [stage, current?.key]);
  const isTyping = draft.value !== '' || draft.note !== '';
  useEffect(() => (isTyping ? holdBuild() : undefined), [isTyping]);
  const another = () => {
    setDraft(nextDraft(draft));
    show(null);
  };
  const mend = (attempt: Attempt) => {
    setDraft(draftOf(attempt.body));
    show(attempt.key);
  };
  return (
    <div ref={desk} className={styles.desk}>
      {stage !== 'held' && <SessionLine />}
      <div aria-live="polite" className={styles.stage}>
        {current && state?.name === 'answered' && (
          <AnswerPanel
            board={board}
            vocabulary={vocabulary}
            attempt={current}
            answer={state.answer}
            onAnother={another}
          />
        )}
        {current && stage === 'waiting' && (
          <WaitingPanel
            board={board}
            vocabulary={vocabulary}
            attempt={current}
            onAnother={another}
          />
        )}
        {current && state?.name === 'held' && (
          <HeldPanel
            board={board}
            vocabulary={vocabulary}
            attempt={current}
            onDone={() => show(null)}
          />
        )}
      </div>
      {stage === 'form' && (
        <ResultForm
          board={board}
          vocabulary={vocabulary}
          draft={draft}
          setDraft={setDraft}
          attempt={current}
          onPosted={show}
        />
      )}
      <OwnPosts board={board} vocabulary={vocabulary} current={current?.key} onMend={mend} />
    </div>
  );
}
