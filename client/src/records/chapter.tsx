import type { RecordRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import { unitApart } from '../ui/unit-beside.ts';
import { marginOf, type Chapter } from './book.ts';
import styles from './records.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  chapter: Chapter;
}

/** Rows at first, and how many more at each asking. */
const pageSize = 100;

function lineAddress(board: string, { metric, scope, sector, unit }: RecordRow): string {
  const of = sector ?? unit;
  return `/b/${board}/m/${metric}?scope=${scope}${of === undefined ? '' : `&of=${of}`}`;
}

function Line({ board, vocabulary, chapter, row }: Props & { row: RecordRow }) {
  const { t } = useTranslation('records');
  const { sectors, units, board: info } = vocabulary;
  const { metric } = chapter;
  const margin = marginOf(row, metric.decimals);
  const whose =
    row.scope === 'board'
      ? t('scope.board')
      : row.scope === 'sector'
        ? (sectors.get(row.sector ?? '')?.name ?? row.sector)
        : (units.get(row.unit ?? '')?.name ?? row.unit);
  return (
    <tr data-scope={row.scope}>
      <th scope="row">{whose}</th>
      <td className={styles.value}>
        <Link href={`/b/${board}/r/${row.result}`}>{formatValue(row.value, metric)}</Link>
      </td>
      <td className={styles.holders}>
        {row.holders.map((id) => (
          <Link key={id} href={`/b/${board}/u/${id}?metric=${metric.id}`}>
            {units.get(id)?.name ?? id}
          </Link>
        ))}
        {row.equalled > 0 && <small>{t('equalled', { count: row.equalled })}</small>}
      </td>
      <td className={styles.margin}>
        {margin === null ? t('first') : formatNumber(margin, metric)}
        {row.breakthrough && <small>{t('breakthrough')}</small>}
      </td>
      <td className={styles.date}>{formatDate(row.achievedAt, info?.timeZone ?? 'UTC')}</td>
      <td data-state={row.state} className={styles.state}>
        {t(`common:state.${row.state}`)}
      </td>
      <td className={styles.line}>
        <Link href={lineAddress(board, row)} aria-label={t('lineOf', { whose })}>
          {t('line')}
        </Link>
      </td>
    </tr>
  );
}

/** All standing records of one metric. */
export function ChapterTable(props: Props) {
  const { t } = useTranslation('records');
  const { board, chapter } = props;
  const { metric, rows } = chapter;
  const [shown, setShown] = useState(pageSize);
  const columns = ['whose', 'record', 'holders', 'margin', 'date', 'state', 'line'] as const;
  return (
    <section className={styles.chapter} aria-labelledby={`chapter-${metric.id}`}>
      <h2 id={`chapter-${metric.id}`}>
        <Link href={`/b/${board}/m/${metric.id}`}>{metric.name}</Link>
        <small>
          {[unitApart(metric), t(`direction.${metric.direction}`)].filter(Boolean).join(' · ')}
        </small>
      </h2>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={styles[column === 'record' ? 'value' : column]}
                >
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Line key={`${row.scope} ${row.sector ?? row.unit ?? ''}`} {...props} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <button type="button" className={button.button} onClick={() => setShown(shown + pageSize)}>
          {t('more', { count: rows.length - shown })}
        </button>
      )}
    </section>
  );
}
