import type { CooperationPair, ResultRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listResults } from '../api/client.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate, formatValue } from '../ui/format.ts';
import styles from './cooperation.module.css';
import { sayPair } from './pair-words.ts';

interface Props {
  board: string;
  pair: CooperationPair;
  vocabulary: Vocabulary;
  onClose: () => void;
}

type Found = { rows: readonly ResultRow[]; more: boolean } | 'failed' | undefined;

/** Read again when the pair has one result more. */
function usePairResults(
  board: string,
  { units: [unit, partner], results }: CooperationPair,
): Found {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const abort = new AbortController();
    listResults(board, { unit, partner, limit: 20 }, abort.signal).then(
      (page) =>
        setFound({
          rows: page.results.filter(({ state }) => state !== 'annulled'),
          more: page.next !== undefined,
        }),
      () => abort.signal.aborted || setFound('failed'),
    );
    return () => abort.abort();
  }, [board, unit, partner, results]);
  return found;
}

/** The joint results that a pair is counted from. */
export function PairResults({ board, pair, vocabulary, onClose }: Props) {
  const { t } = useTranslation('cooperation');
  const found = usePairResults(board, pair);
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const [a, b] = pair.units;
  return (
    <section className={styles.results} aria-labelledby="pair-title">
      <header className={styles.resultsHead}>
        <h2 id="pair-title">
          <Link href={`/b/${board}/u/${a}`}>{name(a)}</Link> –{' '}
          <Link href={`/b/${board}/u/${b}`}>{name(b)}</Link>
        </h2>
        <button type="button" className={button.button} onClick={onClose}>
          {t('common:close')}
        </button>
      </header>
      <p className={styles.quiet}>{sayPair(t, pair, name).join(' · ')}</p>
      {found === 'failed' && <p role="alert">{t('results.failed')}</p>}
      {found !== undefined && found !== 'failed' && (
        <ul className={styles.resultList}>
          {found.rows.map((row) => {
            const metric = vocabulary.metrics.get(row.metric);
            return (
              <li key={row.id}>
                <Link href={`/b/${board}/r/${row.id}`}>
                  <b>{metric ? formatValue(row.value, metric) : row.value}</b>
                  <span>{metric?.name ?? row.metric}</span>
                  <small>
                    {name(row.unit)} · {formatDate(row.achievedAt, timeZone)}
                  </small>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {found !== undefined && found !== 'failed' && found.more && (
        <p className={styles.quiet}>{t('results.more')}</p>
      )}
    </section>
  );
}
