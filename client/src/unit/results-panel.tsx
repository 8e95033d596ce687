import type { ResultRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { standingOf } from '../result/standing.ts';
import button from '../ui/button.module.css';
import { formatDate, formatNumber } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { useQueryState } from '../ui/query-state.ts';
import { ResultTools } from './result-tools.tsx';
import styles from './results-panel.module.css';
import type { UnitParts } from './unit-parts.ts';
import { useResults } from './use-results.ts';

function Remarks({ row, unit, vocabulary, metric }: UnitParts & { row: ResultRow }) {
  const { t } = useTranslation('unit');
  const nameOf = (id: string) => vocabulary.units.get(id)?.name ?? id;
  const parties = [row.unit, ...row.partners.map((partner) => partner.unit)];
  const names = parties.filter((id) => id !== unit.id).map(nameOf);
  const value = row.announced ? formatNumber(row.announced.value, metric) : '';
  return (
    <>
      {row.note !== undefined && <p>{row.note}</p>}
      {names.length > 0 && <p>{t('results.with', { names: names.join(', ') })}</p>}
      {row.declined && (
        <p>
          {t('results.declined', {
            names: row.declined.map((one) => nameOf(one.unit)).join(', '),
          })}
        </p>
      )}
      {row.announced && row.announced.value !== row.value && (
        <p>{t('results.announced', { value })}</p>
      )}
      {row.reason !== undefined && <p>{t('results.reason', { reason: row.reason })}</p>}
    </>
  );
}

function Line(props: UnitParts & { row: ResultRow; best: string | undefined }) {
  const { t } = useTranslation('unit');
  const { row, metric, vocabulary, best } = props;
  const now = useNow(60_000);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <tr data-state={row.state} data-best={row.id === best}>
      <th scope="row">
        <Link href={`/b/${props.board}/r/${row.id}`}>{formatDate(row.achievedAt, timeZone)}</Link>
      </th>
      <td className={styles.value}>{formatNumber(row.value, metric)}</td>
      <td>
        <span className={styles.state} data-state={row.state}>
          {t(`common:state.${standingOf(row, now)}`)}
        </span>
      </td>
      <td className={styles.remarks}>
        <Remarks {...props} />
      </td>
    </tr>
  );
}

/** What the unit posted in this metric, newest first; annulled results stay visible as such. */
export function ResultsPanel(props: UnitParts) {
  const { t } = useTranslation('unit');
  const { board, unit, metric, rows } = props;
  const [search, change] = useQueryState();
  const filter = {
    from: search.get('from') ?? '',
    to: search.get('to') ?? '',
    partner: search.get('with') ?? '',
  };
  const { results, more, failed, loadMore } = useResults(board, unit.id, metric.id, rows, filter);
  const isFiltered = Object.values(filter).some((value) => value !== '');
  const best = rows.get(`best:${metric.id}`);
  return (
    <section className={styles.panel} aria-labelledby="results-title">
      <h2 id="results-title">{t('results.label')}</h2>
      <ResultTools {...props} filter={filter} change={change} />
      {results.length === 0 && !more ? (
        <p className={styles.empty}>{t(isFiltered ? 'results.noMatch' : 'results.empty')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('results.achieved')}</th>
              <th scope="col" className={styles.value}>
                {metric.unitOfMeasure || t('results.value')}
              </th>
              <th scope="col">{t('results.state')}</th>
              <th scope="col">{t('results.note')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((row) => (
              <Line
                key={row.id}
                {...props}
                row={row}
                best={best?.kind === 'best' ? best.result : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {failed && <p role="alert">{t('results.failed')}</p>}
      {more && (
        <button type="button" className={button.button} onClick={loadMore}>
          {t('results.older')}
        </button>
      )}
    </section>
  );
}
