import { useState, type ReactNode } from 'react';
import type { SortDescriptor } from 'react-aria-components/Table';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table.tsx';
import form from '../ui/form.module.css';
import { ExportLinks } from './export-links.tsx';
import {
  everything,
  facetsOf,
  findRows,
  isWanted,
  type ListColumn,
  type Wanted,
} from './found-rows.ts';
import styles from './list.module.css';
import { Pager } from './pager.tsx';

interface Props<R> {
  board: string;
  label: string;
  columns: readonly ListColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** What is searched by typing. */
  text: (row: R) => string;
  empty: ReactNode;
  /** Of the list below the board; the files have the same address with their endings. */
  path?: string;
  /** What narrows the files as the rows are: `?of=machines`. */
  query?: string;
  /** Adding one, or another file of it, beside the search. */
  actions?: ReactNode;
  /** As the rows come, until somebody asks for another order. */
  sorted?: SortDescriptor;
}

const rowsPerPage = 50;

interface ToolsProps<R> {
  list: Pick<Props<R>, 'rows' | 'columns'>;
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
}

function Search<R>({ list, wanted, onWant }: ToolsProps<R>) {
  const { t } = useTranslation('list');
  const { text, facets } = wanted;
  return (
    <>
      <label className={form.field}>
        <span>{t('search')}</span>
        <input
          type="search"
          value={text}
          onChange={(event) => onWant({ text: event.target.value, facets })}
        />
      </label>
      {facetsOf(list).map(({ id, label, words }) => (
        <label key={id} className={form.field}>
          <span>{label}</span>
          <select
            value={facets[id] ?? ''}
            onChange={(event) => onWant({ text, facets: { ...facets, [id]: event.target.value } })}
          >
            <option value="">{t('all')}</option>
            {words.map((word) => (
              <option key={word} value={word}>
                {word}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}

/** A list of a steward's: searched by typing, filtered, sorted by its heads, in pages, and as a file. */
export function ListView<R>(props: Props<R>) {
  const { board, text, path, query = '', actions, empty, ...table } = props;
  const { t } = useTranslation('list');
  const [wanted, setWanted] = useState(everything);
  const [page, setPage] = useState(0);
  const found = findRows(props, wanted);
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const at = Math.min(page, pages - 1);
  return (
    <div className={styles.list}>
      <div className={styles.tools} role="search" aria-label={table.label}>
        <Search list={table} wanted={wanted} onWant={(next) => (setWanted(next), setPage(0))} />
        <span role="status" className={styles.count}>
          {t('shown', { count: found.length })}
        </span>
        {path !== undefined && <ExportLinks board={board} path={path} query={query} />}
        {actions}
      </div>
      <DataTable
        {...table}
        rows={found}
        page={{ at, size: rowsPerPage }}
        empty={isWanted(wanted) ? t('nothing') : empty}
      />
      <Pager at={at} pages={pages} onGo={setPage} />
    </div>
  );
}
