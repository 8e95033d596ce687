import type { Missing, ResultHistory } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { useShownNames } from '../store/shown-names.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Consequences } from '../verification/consequences.tsx';
import { JudgePanel } from '../verification/judge-panel.tsx';
import { ChangeBar } from './change-bar.tsx';
import { HeldLines } from './held-lines.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { HistoryList } from './history-list.tsx';
import { useMayChange } from './may-change.ts';
import { ResultHead } from './result-head.tsx';
import styles from './result.module.css';
import { useHistory } from './use-history.ts';

function Recognition({ board, missing, history, timeZone }: Waiting) {
  const { t } = useTranslation('result');
  const { result } = history;
  if (result.state === 'annulled') return null;
  return (
    <section className={styles.panel} aria-labelledby="recognition-title">
      <h2 id="recognition-title">{t('recognition')}</h2>
      {missing.length === 0 ? (
        <p>{t('complete')}</p>
      ) : (
        <ul className={styles.missing}>
          {missing.map((what) => (
            <li key={what}>
              {t(`missing.${what}`, {
                until: history.windowEndsAt ? formatDate(history.windowEndsAt, timeZone) : '',
              })}
            </li>
          ))}
        </ul>
      )}
      {result.evidence && <EvidenceList board={board} evidence={result.evidence} />}
    </section>
  );
}

interface Waiting {
  board: string;
  missing: readonly Missing[];
  history: ResultHistory;
  timeZone: string;
}

function Result(props: { board: string; history: ResultHistory; vocabulary: Vocabulary }) {
  const { board, history, vocabulary } = props;
  const { t } = useTranslation('result');
  const isSteward = useIsSteward();
  const isChangeable = useMayChange(history.result);
  const { id } = history.result;
  const moved = history.events.length;
  const names = useShownNames(board, 'results', { id, moved });
  const { result, lines, missing, events } = history;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <div className={styles.page}>
      <ResultHead board={board} result={result} vocabulary={vocabulary} level={1} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {lines.length > 0 && (
            <section className={styles.panel} aria-labelledby="lines-title">
              <h2 id="lines-title">{t('lines')}</h2>
              <HeldLines {...{ board, result, lines, vocabulary }} />
            </section>
          )}
          <Recognition {...{ board, missing, history, timeZone }} />
          {isChangeable && (
            <section className={styles.panel} aria-labelledby="change-title">
              <h2 id="change-title">{t('change.label')}</h2>
              <p className={styles.hint}>
                {!isSteward && `${t('change.own')} `}
                {t('change.explained')}
              </p>
              <ChangeBar {...{ board, result, vocabulary }} />
            </section>
          )}
          {isSteward && result.state !== 'annulled' && (
            <section className={styles.panel} aria-labelledby="judge-title">
              <h2 id="judge-title">{t('judge')}</h2>
              <JudgePanel board={board} result={result} vocabulary={vocabulary} />
              <Consequences
                board={board}
                result={result.id}
                seq={events.length}
                vocabulary={vocabulary}
              />
            </section>
          )}
        </div>
        <section className={styles.panel} aria-labelledby="history-title">
          <h2 id="history-title">{t('history')}</h2>
          <HistoryList {...{ board, events, result, vocabulary, names }} />
        </section>
      </div>
    </div>
  );
}

/** One result and everything that happened to it. */
export function ResultPage({ board, id }: { board: string; id: string }) {
  const { t } = useTranslation('result');
  const vocabulary = useVocabulary(board);
  const { known, reread } = useHistory(board, id);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const back = (
    <Link href={`/b/${board}`} className={button.button}>
      {t('back')}
    </Link>
  );
  const again = (
    <button type="button" className={button.button} onClick={reread}>
      {t('common:failed.retry')}
    </button>
  );
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      {known === undefined && <Loading />}
      {known === 'missing' && (
        <Notice title={t('unknown.title')} whole actions={back}>
          {t('unknown.text')}
        </Notice>
      )}
      {known === 'failed' && (
        <Notice title={t('common:failed.title')} whole actions={again}>
          {t('failed')}
        </Notice>
      )}
      {typeof known === 'object' && (
        <Result board={board} history={known} vocabulary={vocabulary} />
      )}
    </PageFrame>
  );
}
