import { useState, type ReactNode } from 'react';
import type { SortDescriptor } from 'react-aria-components/Table';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table.tsx';
import { everything, findRows, isWanted, type ListColumn } from './found-rows.ts';
import { ListTools, type ListFiles } from './list-tools.tsx';
import styles from './list.module.css';
import { pagesOf, rowsPerPage } from './list-pages.ts';
import { Pager } from './pager.tsx';

interface Props<R> extends ListFiles {
  label: string;
  columns: readonly ListColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** What is searched by typing. */
  text: (row: R) => string;
  empty: ReactNode;
  /** Adding one, or another file of it, beside the search. */
  actions?: ReactNode;
  /** As the rows come, until somebody asks for another order. */
  sorted?: SortDescriptor;
}

/** A list of a steward's: searched by typing, filtered, sorted by its heads, in pages, and as a file. */
export function ListView<R>(props: Props<R>) {
  const { board, text, path, query, actions, empty, ...table } = props;
  const { t } = useTranslation('list');
  const [wanted, setWanted] = useState(everything);
  const [page, setPage] = useState(0);
  const found = findRows(props, wanted);
  const { at, pages } = pagesOf(found.length, page);
  return (
    <div className={styles.list}>
      <ListTools
        {...{ board, path, query, actions, wanted }}
        label={table.label}
        rows={table.rows}
        fields={table.columns}
        found={found.length}
        onWant={(next) => (setWanted(next), setPage(0))}
      />
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
