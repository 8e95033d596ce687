import type { ResultRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResultsQuery } from '../api/client.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate, formatValue } from '../ui/format.ts';
import styles from './cooperation.module.css';
import { useJointResults } from './use-joint-results.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  query: ResultsQuery;
  /** Another one when there may be other results: they are read again. */
  version: number;
  /** Which of them count; all where it is absent. */
  counts?: (row: ResultRow) => boolean;
}

function ResultLine({ board, vocabulary, row }: Pick<Props, 'board' | 'vocabulary'> & Row) {
  const { t } = useTranslation('cooperation');
  const metric = vocabulary.metrics.get(row.metric);
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const partners = row.partners.map(({ unit, role }) =>
    t('results.partner', { unit: name(unit), role: t(`results.role.${role}`) }),
  );
  const date = formatDate(row.achievedAt, vocabulary.board?.timeZone ?? 'UTC');
  return (
    <li>
      <Link href={`/b/${board}/r/${row.id}`}>
        <b>{metric ? formatValue(row.value, metric) : row.value}</b>
        <span>{metric?.name ?? row.metric}</span>
        <small>{[name(row.unit), ...partners, date].join(' · ')}</small>
      </Link>
    </li>
  );
}
interface Row {
  row: ResultRow;
}

/** The joint results that a number is counted from, the newest first; each opens. */
export function JointResults({ board, vocabulary, query, version, counts }: Props) {
  const { t } = useTranslation('cooperation');
  const { found, readMore } = useJointResults(board, JSON.stringify(query), version);
  if (found === undefined) return <p role="status">{t('common:loading')}</p>;
  if (found === 'failed') return <p role="alert">{t('results.failed')}</p>;
  const rows = counts ? found.rows.filter(counts) : found.rows;
  return (
    <>
      <ul className={styles.resultList}>
        {rows.map((row) => (
          <ResultLine key={row.id} {...{ board, vocabulary, row }} />
        ))}
      </ul>
      {found.next !== undefined && (
        <button type="button" className={button.button} onClick={readMore}>
          {t('results.more')}
        </button>
      )}
    </>
  );
}
