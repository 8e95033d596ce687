import type { BonusTerm, DriveTerm, TaskTerm } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Vocabulary } from '../store/board-store.ts';
import { formatValue } from '../ui/format.ts';
import { formatScore } from '../ui/score-text.ts';
import styles from './standings.module.css';

interface Source {
  board: string;
  vocabulary: Vocabulary;
  tasks: readonly { id: string; name?: string | undefined }[];
}

interface SourcesProps {
  board: string;
  results: readonly string[];
  label?: string;
}

/** The results that a number came from, as links. */
export function Sources({ board, results, label }: SourcesProps) {
  const { t } = useTranslation('drives');
  if (results.length === 0) return null;
  return (
    <p className={styles.sources}>
      <span>{label ?? t('from')}</span>
      {results.map((result, at) => (
        <Link key={result} href={`/b/${board}/r/${result}`}>
          {t('result', { number: at + 1 })}
        </Link>
      ))}
    </p>
  );
}

function Task({ board, vocabulary, tasks, term }: Source & { term: TaskTerm }) {
  const { t } = useTranslation('drives');
  const metric = vocabulary.metrics.get(term.metric);
  const task = tasks.find(({ id }) => id === term.task);
  const say = (value: string) => (metric ? formatValue(value, metric) : value);
  return (
    <li className={styles.term}>
      <span className={styles.termName}>{task?.name ?? metric?.name ?? term.task}</span>
      <span className={styles.points}>{formatScore(term.points)}</span>
      <span className={styles.arithmetic}>
        {term.value === null
          ? t('term.noValue')
          : t('term.task', {
              value: say(term.value),
              baseline: say(term.baseline),
              target: say(term.target),
              reached: formatScore(term.reached ?? '0'),
              fulfilment: formatScore(term.fulfilment),
              weight: formatScore(term.weight),
            })}
        {term.place !== undefined && ` ${t('term.place', { place: term.place })}`}
      </span>
      {term.pledge !== undefined && (
        <span className={styles.arithmetic}>
          {t('term.pledge', {
            pledge: say(term.pledge),
            percent:
              term.pledgeFulfilment === null ? '–' : formatScore(term.pledgeFulfilment ?? '0'),
          })}
        </span>
      )}
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
      <span className={styles.points}>+{formatScore(term.points)}</span>
      <span className={styles.arithmetic}>
        {share !== undefined && t('term.share', { share: formatScore(share), of: formatScore(of) })}
        {adoptions.length > 0 &&
          t('term.adoptions', { count: adoptions.length, of: formatScore(of) })}
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

/** The terms of a score, each down to the results it came from. */
export function Terms({ terms, ...source }: Source & { terms: readonly DriveTerm[] }) {
  return (
    <ul>
      {terms.map((term, at) =>
        term.kind === 'task' ? (
          <Task key={term.task} {...source} term={term} />
        ) : (
          <Bonus
            key={`${term.bonus} ${term.result ?? ''} ${String(at)}`}
            board={source.board}
            term={term}
          />
        ),
      )}
    </ul>
  );
}
