import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { removeBoard, session } from '../api/client.ts';
import type { BoardInfo } from '../store/board-store.ts';
import { sayProblem } from '../ui/say-problem.ts';
import button from '../ui/button.module.css';
import styles from './demo-notice.module.css';

function useIsSteward(): boolean {
  const [steward, setSteward] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    session(abort.signal).then(
      ({ role }) => setSteward(role === 'steward'),
      () => setSteward(false),
    );
    return () => abort.abort();
  }, []);
  return steward;
}

function Removal({ board, units }: { board: BoardInfo; units: number }) {
  const { t } = useTranslation('watch');
  const [, navigate] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState('');
  const remove = () =>
    removeBoard(board.id).then(
      () => navigate('/'),
      async (error: unknown) => setProblem(t('demo.failed', { detail: await sayProblem(error) })),
    );
  return (
    <>
      <button type="button" className={button.button} onClick={() => dialog.current?.showModal()}>
        {t('demo.remove')}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="removal-title">
        <h2 id="removal-title">{t('demo.question')}</h2>
        <p>{t('demo.text', { board: board.name, count: units })}</p>
        {problem !== '' && <p role="alert">{problem}</p>}
        <form method="dialog" className={styles.actions}>
          <button className={button.button}>{t('common:cancel')}</button>
          <button type="button" className={button.primary} onClick={() => void remove()}>
            {t('demo.confirm')}
          </button>
        </form>
      </dialog>
    </>
  );
}

/** Says that a board is the demo; a steward can remove it here. */
export function DemoNotice({ board, units }: { board: BoardInfo; units: number }) {
  const { t } = useTranslation('watch');
  const steward = useIsSteward();
  if (!board.demo) return null;
  return (
    <footer className={styles.notice}>
      <p>{t('demo.notice')}</p>
      {steward && <Removal board={board} units={units} />}
    </footer>
  );
}
