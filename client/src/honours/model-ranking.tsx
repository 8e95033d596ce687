import type { ModelTerm, ModelUnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatScore } from '../ui/score-text.ts';
import styles from './honours.module.css';
import type { HonoursParts } from './honours-parts.ts';

function Term({ board, term }: { board: string; term: ModelTerm }) {
  const { t } = useTranslation('honours');
  return (
    <li>
      <span>{t(`term.${term.kind}`, { count: term.count })}</span>
      <span className={styles.points}>{formatScore(term.points)}</span>
      <span className={styles.sources}>
        {term.experiences.map((experience) => (
          <Link key={experience} href={`/b/${board}/experience/${experience}`}>
            {experience}
          </Link>
        ))}
        {term.results.map((result, at) => (
          <Link key={result} href={`/b/${board}/r/${result}`}>
            {t('models.result', { number: at + 1 })}
          </Link>
        ))}
      </span>
    </li>
  );
}

function Line({ board, vocabulary, row }: HonoursParts & { row: ModelUnitRow }) {
  const { t } = useTranslation('honours');
  return (
    <li>
      <details className={styles.model}>
        <summary>
          <span className={styles.place}>{row.place}</span>
          <span className={styles.who}>{vocabulary.units.get(row.unit)?.name ?? row.unit}</span>
          <span className={styles.score}>{formatScore(row.score)}</span>
        </summary>
        <p>
          <Link href={`/b/${board}/u/${row.unit}`}>{t('models.toUnit')}</Link>
        </p>
        <ul className={styles.terms}>
          {row.terms.map((term) => (
            <Term key={term.kind} board={board} term={term} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** This month's model units: who sets the example; each opens to what its points are made of. */
export function ModelRanking(props: HonoursParts & { rows: readonly ModelUnitRow[] }) {
  const { t } = useTranslation('honours');
  return (
    <section className={styles.section} aria-labelledby="models">
      <h2 id="models">{t('models.label')}</h2>
      <p className={styles.empty}>{t(props.rows.length === 0 ? 'models.none' : 'models.how')}</p>
      <ol className={styles.models}>
        {props.rows.map((row) => (
          <Line key={row.unit} {...props} row={row} />
        ))}
      </ol>
    </section>
  );
}
