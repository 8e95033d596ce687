import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstallOffer } from '../install/install-offer.tsx';
import { holdBuild } from '../install/newest-build.ts';
import { noteBoard } from '../install/last-board.ts';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { rememberTyped } from './device-memory.ts';
import { photoOf } from './attempt-store.ts';
import { stageOf, type Attempt } from './attempt.ts';
import { useLasting } from './use-lasting.ts';
import { draftOf, nextDraft, type Draft } from './draft.ts';
import { openOutbox, useAttempts } from './outbox.ts';
import { OwnPosts } from './own-posts.tsx';
import { inUse } from './in-use.ts';
import { firstDraft } from './post-memory.ts';
import { ResultForm } from './result-form.tsx';
import { SessionLine } from './session-line.tsx';
import { useDiscard } from './use-discard.tsx';
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

/** The attempt this page shows: the one just made. What earlier visits left is in the lists below. */
function useCurrent(board: string): [Attempt | undefined, (key: string | null) => void] {
  const attempts = useAttempts(board);
  const [key, show] = useState<string | null>(null);
  useEffect(() => openOutbox(board), [board]);
  return [attempts.find((one) => one.key === key), show];
}

function PostDesk({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const [current, show] = useCurrent(board);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(board, inUse(vocabulary)));
  const { discard, bar } = useDiscard(board);
  const desk = useRef<HTMLDivElement>(null);
  const state = current?.state;
  const stage = stageOf(current, useLasting(board, current));
  useEffect(() => {
    if (stage !== 'form') desk.current?.querySelector<HTMLElement>('[data-stage]')?.focus();
    window.scrollTo({ top: 0 });
  }, [stage, current?.key]);
  const isTyping = draft.value !== '' || draft.note !== '' || draft.photo !== undefined;
  // What was posted is no longer typed: a reload must not offer it again.
  const isPosted = current !== undefined && state?.name !== 'refused';
  useEffect(
    () => rememberTyped(board, isPosted ? nextDraft(draft) : draft),
    [board, draft, isPosted],
  );
  useEffect(() => (isTyping ? holdBuild() : undefined), [isTyping]);
  const another = () => {
    setDraft(nextDraft(draft));
    show(null);
  };
  const mend = async (attempt: Attempt) => {
    const photo = attempt.photo && (await photoOf(attempt.key));
    setDraft(draftOf(attempt.body, vocabulary.board?.timeZone ?? 'UTC', photo));
    show(attempt.key);
  };
  return (
    <div ref={desk} className={styles.desk}>
      {stage !== 'held' && <SessionLine board={board} />}
      {bar}
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
            onDiscard={() => {
              discard(current.key);
              show(null);
            }}
          />
        )}
      </div>
      {stage === 'form' && (
        <ResultForm
          board={board}
          vocabulary={inUse(vocabulary)}
          draft={draft}
          setDraft={setDraft}
          attempt={current}
          onPosted={show}
        />
      )}
      <OwnPosts
        board={board}
        vocabulary={vocabulary}
        current={current?.key}
        onMend={(attempt) => void mend(attempt)}
      />
      <InstallOffer />
    </div>
  );
}
