import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { useNow } from '../ui/now.ts';
import { isFirstTry, type Attempt } from './attempt.ts';
import { AttemptTitle } from './attempt-title.tsx';
import { placeInLine } from './attempt-order.ts';
import { sendAgain, useAttempts } from './outbox.ts';
import styles from './panel.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  attempt: Attempt;
}

/** Nothing is lost and nothing is doubled: it says so while the network or the server is away. */
export function WaitingPanel({
  board,
  vocabulary,
  attempt,
  onAnother,
}: Props & { onAnother: () => void }) {
  const { t } = useTranslation('post');
  const now = useNow(500);
  const { state } = attempt;
  const before = placeInLine(useAttempts(board), attempt);
  if (state.name !== 'waiting' && state.name !== 'sending') return null;
  const left = state.name === 'waiting' ? state.until - now : 0;
  const seconds = Math.max(0, Math.ceil(left / 1000));
  // Nothing went wrong with it yet: the way is long, or the photo large.
  const isSlow = isFirstTry(attempt) && before <= 0;
  return (
    <section className={styles.panel} data-tone="waiting" data-stage tabIndex={-1}>
      <h1>{t(isSlow ? 'waiting.slow' : 'waiting.title')}</h1>
      <AttemptTitle attempt={attempt} vocabulary={vocabulary} />
      <p className={styles.line}>
        {isSlow
          ? t(attempt.photo ? 'waiting.slowPhoto' : 'waiting.slowText')
          : t(state.name === 'waiting' ? `waiting.${state.why}` : 'sending')}
      </p>
      {before > 0 && <p className={styles.countdown}>{t('waiting.behind', { count: before })}</p>}
      {before <= 0 && !isSlow && (
        <p className={styles.countdown} aria-live="off">
          {seconds > 0 ? t('waiting.in', { count: seconds }) : t('waiting.now')}
        </p>
      )}
      {state.tries > 0 && !isSlow && (
        <p className={styles.quiet}>{t('waiting.tries', { count: state.tries })}</p>
      )}
      <div className={styles.actions}>
        {!isSlow && (
          <button
            type="button"
            className={button.primary}
            onClick={() => void sendAgain(board, attempt.key)}
          >
            {t('waiting.tryNow')}
          </button>
        )}
        <button
          type="button"
          className={isSlow ? button.primary : button.button}
          onClick={onAnother}
        >
          {t('answer.another')}
        </button>
      </div>
    </section>
  );
}

/** No session on this device: what to do, while the result waits for it. */
export function HeldPanel({
  board,
  vocabulary,
  attempt,
  onDiscard,
}: Props & { onDiscard: () => void }) {
  const { t } = useTranslation('post');
  return (
    <section className={styles.panel} data-tone="held" data-stage tabIndex={-1}>
      <h1>{t('signIn.title')}</h1>
      <AttemptTitle attempt={attempt} vocabulary={vocabulary} />
      <p className={styles.line}>{t('signIn.text')}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className={button.primary}
          onClick={() => void sendAgain(board, attempt.key)}
        >
          {t('signIn.again')}
        </button>
        <button type="button" className={button.button} onClick={onDiscard}>
          {t('signIn.discard')}
        </button>
      </div>
    </section>
  );
}
