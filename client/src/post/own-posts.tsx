import type { UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatAge } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import type { Attempt } from './attempt.ts';
import { valueOf } from './attempt-title.tsx';
import { forget, sendAgain, useAttempts } from './outbox.ts';
import styles from './own-posts.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Shown above already. */
  current: string | undefined;
  onMend: (attempt: Attempt) => void;
}

const most = 8;

/** What this device posted, and what became of it: also after it was verified or annulled. */
export function OwnPosts({ board, vocabulary, current, onMend }: Props) {
  const { t } = useTranslation('post');
  const now = useNow(10_000);
  const attempts = useAttempts(board).filter((one) => one.key !== current);
  if (attempts.length === 0) return null;
  return (
    <section className={styles.own} aria-labelledby="own-posts">
      <h2 id="own-posts">{t('own.title')}</h2>
      <ol>
        {attempts.slice(0, most).map((attempt) => (
          <li key={attempt.key} className={styles.post} data-state={attempt.state.name}>
            <b>{valueOf(attempt, vocabulary)}</b>
            <span className={styles.what}>
              {vocabulary.metrics.get(attempt.body.metric)?.name ?? attempt.body.metric}
              <small>
                {vocabulary.units.get(attempt.body.unit)?.name ?? attempt.body.unit} ·{' '}
                {formatAge(now - attempt.typedAt)}
              </small>
            </span>
            <span className={styles.end}>
              <StateOf board={board} attempt={attempt} />
              <PostActions board={board} attempt={attempt} onMend={onMend} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StateOf({ board, attempt }: { board: string; attempt: Attempt }) {
  const { t } = useTranslation('post');
  const { state, body } = attempt;
  const { rows } = useTopic<UnitRow>(board, state.name === 'answered' ? `unit:${body.unit}` : '');
  if (state.name !== 'answered') return <em>{t(`own.${state.name}`)}</em>;
  const row = rows.get(`result:${state.answer.id}`);
  const now = row?.kind === 'result' ? row.state : state.answer.state;
  return <em data-now={now}>{t(`common:state.${now}`)}</em>;
}

function PostActions({
  board,
  attempt,
  onMend,
}: {
  board: string;
  attempt: Attempt;
  onMend: (attempt: Attempt) => void;
}) {
  const { t } = useTranslation('post');
  const { name } = attempt.state;
  if (name === 'refused')
    return (
      <>
        <button type="button" onClick={() => onMend(attempt)}>
          {t('own.mend')}
        </button>
        <button type="button" onClick={() => forget(board, attempt.key)}>
          {t('own.forget')}
        </button>
      </>
    );
  if (name !== 'held' && name !== 'waiting') return null;
  return (
    <button type="button" onClick={() => sendAgain(board, attempt.key)}>
      {t('own.sendNow')}
    </button>
  );
}
