import { compareCases, type VerificationCase, type VerificationRow } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { CaseDetail } from './case-detail.tsx';
import { CaseQueue } from './case-queue.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import styles from './verification.module.css';

interface Parts {
  board: string;
  vocabulary: Vocabulary;
  isSteward: boolean;
  seq: number;
}

function Queue({ cases, ...parts }: Parts & { cases: readonly VerificationCase[] }) {
  const { board, vocabulary } = parts;
  const { t } = useTranslation('verification');
  const [search, change] = useQueryState();
  const asked = search.get('case');
  const at = Math.max(
    0,
    cases.findIndex((one) => one.result.id === asked),
  );
  const chosen = cases[at];
  if (!chosen) return null;
  const isElsewhere = asked !== null && chosen.result.id !== asked;
  return (
    <div className={styles.columns}>
      <CaseQueue
        board={board}
        cases={cases}
        chosen={chosen.result.id}
        vocabulary={vocabulary}
        onChoose={(id) => change({ case: id })}
      />
      <div className={styles.side}>
        {isElsewhere && (
          <p className={styles.quiet}>
            {t('left')} <Link href={`/b/${board}/r/${asked}`}>{t('leftLink')}</Link>
          </p>
        )}
        <CaseDetail key={chosen.result.id} {...parts} one={chosen} />
      </div>
    </div>
  );
}

function Heading({
  board,
  rows,
  isSteward,
}: Parts & { rows: ReadonlyMap<string, VerificationRow> }) {
  const { t } = useTranslation('verification');
  const [edits, setEdits] = useState(false);
  const summary = rows.get('summary');
  const known = summary?.kind === 'summary' ? summary : undefined;
  return (
    <header className={styles.head}>
      <h1>{t('heading')}</h1>
      {known && (
        <p>
          {t('waiting', { count: known.waiting })}
          {known.breakthroughs > 0 && ` · ${t('breakthroughs', { count: known.breakthroughs })}`}
        </p>
      )}
      {known && (
        <p className={styles.quiet}>
          {[
            t('rules.asks'),
            ...(known.rules.witnesses > 0 ? [t('rules.asksWitness')] : []),
            ...(known.rules.objectionDays > 0
              ? [t('rules.asksDays', { count: known.rules.objectionDays })]
              : []),
          ].join(' ')}
        </p>
      )}
      {known && isSteward && (
        <button type="button" className={button.button} onClick={() => setEdits(true)}>
          {t('rules.change')}
        </button>
      )}
      {known && edits && (
        <RulesDialog board={board} rules={known.rules} onClose={() => setEdits(false)} />
      )}
    </header>
  );
}

/** What is under review, the most urgent first; a steward verifies, rejects and settles here. */
export function VerificationPage({ board }: { board: string }) {
  const { t } = useTranslation('verification');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const { rows, status, seq } = useTopic<VerificationRow>(board, 'verification');
  const cases = useMemo(
    () =>
      [...rows.values()].flatMap((row) => (row.kind === 'case' ? [row] : [])).sort(compareCases),
    [rows],
  );
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const parts = { board, vocabulary, isSteward, seq };
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <Heading {...parts} rows={rows} />
      {status === 'loading' && <Loading />}
      {status === 'ready' && cases.length === 0 && (
        <Notice
          title={t('empty.title')}
          actions={
            <Link href={`/b/${board}`} className={button.button}>
              {t('empty.back')}
            </Link>
          }
        >
          {t('empty.text')}
        </Notice>
      )}
      {cases.length > 0 && <Queue {...parts} cases={cases} />}
    </PageFrame>
  );
}
