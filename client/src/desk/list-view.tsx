import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import form from '../ui/form.module.css';
import styles from './desk.module.css';

interface Props<R> {
  board: string;
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** What is searched by typing. */
  text: (row: R) => string;
  empty: ReactNode;
  /** Of the list below the board; the files have the same address with their endings. */
  path?: string;
  /** Adding one, beside the search. */
  actions?: ReactNode;
}

const rowsPerPage = 50;

/** Files of a list: what the table shows, whole. */
export function ExportLinks({
  board,
  path,
  query = '',
}: {
  board: string;
  path: string;
  query?: string;
}) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.exports}>
      {(['csv', 'xlsx'] as const).map((ending) => (
        <a
          key={ending}
          className={button.button}
          href={`/api/v1/boards/${encodeURIComponent(board)}${path}.${ending}${query}`}
          download
        >
          {t(`export.${ending}`)}
        </a>
      ))}
    </span>
  );
}

function Pager({ at, pages, onGo }: { at: number; pages: number; onGo: (at: number) => void }) {
  const { t } = useTranslation('desk');
  if (pages < 2) return null;
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <button
        type="button"
        className={button.button}
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      >
        {t('before')}
      </button>
      <span role="status">{t('page', { page: at + 1, pages })}</span>
      <button
        type="button"
        className={button.button}
        disabled={at === pages - 1}
        onClick={() => onGo(at + 1)}
      >
        {t('after')}
      </button>
    </nav>
  );
}

/** A list of the desk: searched by typing, sorted by its heads, in pages, and as a file. */
export function ListView<R>(props: Props<R>) {
  const { board, rows, text, path, actions, empty, ...table } = props;
  const { t } = useTranslation('desk');
  const [wanted, setWanted] = useState('');
  const [page, setPage] = useState(0);
  const part = wanted.trim().toLowerCase();
  const found = part === '' ? rows : rows.filter((row) => text(row).toLowerCase().includes(part));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const at = Math.min(page, pages - 1);
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <label className={form.field}>
          <span>{t('search')}</span>
          <input
            type="search"
            value={wanted}
            onChange={(event) => (setWanted(event.target.value), setPage(0))}
          />
        </label>
        <span role="status" className={styles.count}>
          {t('shown', { count: found.length })}
        </span>
        {path !== undefined && <ExportLinks board={board} path={path} />}
        {actions}
      </div>
      <DataTable
        {...table}
        rows={found}
        page={{ at, size: rowsPerPage }}
        empty={part === '' ? empty : t('nothing')}
      />
      <Pager at={at} pages={pages} onGo={setPage} />
    </div>
  );
}
