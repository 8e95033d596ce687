import type { ResultState, UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatAge } from '../ui/format.ts';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useNow } from '../ui/now.ts';
import { isUnsent, type Attempt } from './attempt.ts';
import { valueOf } from './attempt-title.tsx';
import { sendAgain, useAttempts } from './outbox.ts';
import { useDiscard } from './use-discard.tsx';
import styles from './own-posts.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Shown above already. */
  current: string | undefined;
  onMend: (attempt: Attempt) => void;
}

interface RowProps {
  board: string;
  vocabulary: Vocabulary;
  attempt: Attempt;
  onMend: (attempt: Attempt) => void;
  onDiscard: (key: string) => void;
}

const most = 8;

/** What this device posted, and what became of it; what waits or was refused comes first. */
export function OwnPosts({ board, vocabulary, current, onMend }: Props) {
  const { t } = useTranslation('post');
  const { discard, bar } = useDiscard(board);
  const attempts = useAttempts(board).filter((one) => one.key !== current);
  const aside = attempts.filter((one) => one.state.name === 'refused');
  // In the order in which they will go out.
  const waiting = attempts.filter(isUnsent).reverse();
  const posted = attempts.filter((one) => one.state.name === 'answered').slice(0, most);
  const lists = [
    { name: 'aside', rows: aside },
    { name: 'waiting', rows: waiting },
    { name: 'posted', rows: posted },
  ] as const;
  return (
    <>
      {bar}
      {lists.map(
        ({ name, rows }) =>
          rows.length > 0 && (
            <section key={name} className={styles.own} aria-labelledby={`own-${name}`}>
              <h2 id={`own-${name}`}>
                {t(`own.lists.${name}`)}
                {name !== 'posted' && <small>{rows.length}</small>}
              </h2>
              <ol>
                {rows.map((attempt) => (
                  <Row
                    key={attempt.key}
                    board={board}
                    vocabulary={vocabulary}
                    attempt={attempt}
                    onMend={onMend}
                    onDiscard={discard}
                  />
                ))}
              </ol>
            </section>
          ),
      )}
    </>
  );
}

function Row({ board, vocabulary, attempt, onMend, onDiscard }: RowProps) {
  const now = useNow(10_000);
  const say = useProblemText();
  const standing = useStateNow(board, attempt);
  const { state, body } = attempt;
  return (
    <li className={styles.post} data-state={state.name}>
      <b>{valueOf(attempt, vocabulary)}</b>
      <span className={styles.what}>
        {vocabulary.metrics.get(body.metric)?.name ?? body.metric}
        <small>
          {vocabulary.units.get(body.unit)?.name ?? body.unit} · {formatAge(now - attempt.typedAt)}
        </small>
      </span>
      <span className={styles.end}>
        <StateOf {...{ attempt, standing }} />
      </span>
      {state.name === 'refused' && <p className={styles.reason}>{say(state.problem)}</p>}
      <PostActions {...{ board, attempt, standing, onMend, onDiscard }} />
    </li>
  );
}

interface Standing {
  standing: ResultState | undefined;
}

/** How it stands now: others may have judged it since it was answered. */
function useStateNow(board: string, { state, body }: Attempt): ResultState | undefined {
  const { rows } = useTopic<UnitRow>(board, state.name === 'answered' ? `unit:${body.unit}` : '');
  if (state.name !== 'answered') return undefined;
  const row = rows.get(`result:${state.answer.id}`);
  return row?.kind === 'result' ? row.state : state.answer.state;
}

function StateOf({ attempt: { state }, standing }: { attempt: Attempt } & Standing) {
  const { t } = useTranslation('post');
  if (standing !== undefined) return <em data-now={standing}>{t(`common:state.${standing}`)}</em>;
  return state.name === 'answered' ? null : <em>{t(`own.${state.name}`)}</em>;
}

function PostActions(props: Omit<RowProps, 'vocabulary'> & Standing) {
  const { board, attempt, standing, onMend, onDiscard } = props;
  const { t } = useTranslation('post');
  const { state, key } = attempt;
  if (state.name === 'sending') return null;
  if (state.name === 'answered')
    return (
      <p className={styles.actions}>
        <Link href={`/b/${board}/r/${state.answer.id}`}>
          {t(standing === 'provisional' ? 'own.change' : 'own.open')}
        </Link>
      </p>
    );
  return (
    <p className={styles.actions}>
      {state.name === 'refused' ? (
        <button type="button" onClick={() => onMend(attempt)}>
          {t('own.mend')}
        </button>
      ) : (
        <button type="button" onClick={() => void sendAgain(board, key)}>
          {t('own.sendNow')}
        </button>
      )}
      <button type="button" onClick={() => onDiscard(key)}>
        {t('own.discard')}
      </button>
    </p>
  );
}
