import type { BonusTerm, DriveRow, TaskTerm } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { driveRanking } from '../api/drives.ts';
import { useTopic } from '../store/board-store.ts';
import { formatValue } from '../ui/format.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './standings.module.css';
import { useAnswer } from './use-answer.ts';

interface Props extends DriveParts {
  row: DriveRow;
}

function Sources({ board, results }: { board: string; results: readonly string[] }) {
  const { t } = useTranslation('drives');
  if (results.length === 0) return null;
  return (
    <p className={styles.sources}>
      <span>{t('from')}</span>
      {results.map((result, at) => (
        <Link key={result} href={`/b/${board}/r/${result}`}>
          {t('result', { number: at + 1 })}
        </Link>
      ))}
    </p>
  );
}

function Task({ board, vocabulary, drive, term }: DriveParts & { term: TaskTerm }) {
  const { t } = useTranslation('drives');
  const metric = vocabulary.metrics.get(term.metric);
  const task = drive.tasks.find(({ id }) => id === term.task);
  const say = (value: string) => (metric ? formatValue(value, metric) : value);
  return (
    <li className={styles.term}>
      <span className={styles.termName}>{task?.name ?? metric?.name ?? term.task}</span>
      <span className={styles.points}>{term.points}</span>
      <span className={styles.arithmetic}>
        {term.value === null
          ? t('term.noValue')
          : t('term.task', {
              value: say(term.value),
              baseline: say(term.baseline),
              target: say(term.target),
              reached: term.reached,
              fulfilment: term.fulfilment,
              weight: term.weight,
            })}
        {term.place !== undefined && ` ${t('term.place', { place: term.place })}`}
        {term.pledge !== undefined &&
          ` ${t('term.pledge', { pledge: say(term.pledge), percent: term.pledgeFulfilment ?? '–' })}`}
      </span>
      <Sources board={board} results={term.results ?? []} />
    </li>
  );
}

function Bonus({ board, term }: { board: string; term: BonusTerm }) {
  const { t } = useTranslation('drives');
  const { share, of, adoptions = [] } = term;
  return (
    <li className={styles.term} data-kind="bonus">
      <span className={styles.termName}>
        {t(`bonus.${term.bonus}`)}
        {term.provisional && ` (${t('common:state.provisional')})`}
      </span>
      <span className={styles.points}>+{term.points}</span>
      <span className={styles.arithmetic}>
        {share !== undefined && t('term.share', { share, of })}
        {adoptions.length > 0 && t('term.adoptions', { count: adoptions.length, of })}
      </span>
      <Sources board={board} results={term.result === undefined ? [] : [term.result]} />
      {adoptions.length > 0 && (
        <p className={styles.sources}>
          {adoptions.map(({ experience, by }) => (
            <Link key={`${experience} ${by}`} href={`/b/${board}/experience/${experience}`}>
              {experience}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}

/** How a score came about, term by term, down to the results. */
export function Breakdown(props: Props) {
  const { t } = useTranslation('drives');
  const { board, drive, row } = props;
  const ask = useCallback(
    (signal: AbortSignal) => driveRanking(board, drive.id, signal),
    [board, drive.id],
  );
  const { seq } = useTopic(board, `drive:${drive.id}`);
  const answer = useAnswer(ask, seq);
  const known = 'value' in answer ? answer.value?.rows : undefined;
  // Until the results are there, and where a unit is new, the live row says the same without them.
  const { terms } = known?.find(({ unit }) => unit === row.unit) ?? row;
  return (
    <div className={styles.breakdown}>
      <ul>
        {terms.map((term, at) =>
          term.kind === 'task' ? (
            <Task key={term.task} {...props} term={term} />
          ) : (
            <Bonus
              key={`${term.bonus} ${term.result ?? ''} ${String(at)}`}
              board={board}
              term={term}
            />
          ),
        )}
      </ul>
      <p className={styles.sum}>
        <span>{t('sum')}</span>
        <strong>{row.score}</strong>
      </p>
      <p>
        <Link href={`/b/${board}/u/${row.unit}`}>{t('toUnit')}</Link>
      </p>
    </div>
  );
}
