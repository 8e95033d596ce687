import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { ExportLinks } from './export-links.tsx';
import { facetsOf, type ListField, type Wanted } from './found-rows.ts';
import styles from './list.module.css';

/** Where the files of a list are. */
export interface ListFiles {
  board: string;
  /** Of the list below the board; the files have the same address with their endings. */
  path?: string | undefined;
  /** What narrows the files as the rows are: `?of=machines`. */
  query?: string | undefined;
}

interface Props<R> extends ListFiles {
  label: string;
  rows: readonly R[];
  fields: readonly ListField<R>[];
  found: number;
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  /** In which order, where no head of a table says it. */
  order?: ReactNode;
  actions?: ReactNode;
}

function Facets<R>({ rows, fields, wanted, onWant }: Props<R>) {
  const { t } = useTranslation('list');
  const { text, facets } = wanted;
  return facetsOf({ rows, columns: fields }).map(({ id, label, words }) => (
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
  ));
}

/** Above the rows of a list: searching, filters, how many there are, and its files. */
export function ListTools<R>(props: Props<R>) {
  const { board, path, query = '', label, rows, found, wanted, onWant, order, actions } = props;
  const { t } = useTranslation('list');
  // Of one row there is nothing to find and nothing to order.
  const hasMany = rows.length > 1;
  return (
    <div className={styles.tools} role="search" aria-label={label}>
      {hasMany && (
        <>
          <label className={form.field}>
            <span>{t('search')}</span>
            <input
              type="search"
              value={wanted.text}
              onChange={(event) => onWant({ ...wanted, text: event.target.value })}
            />
          </label>
          <Facets {...props} />
          {order}
        </>
      )}
      <span role="status" className={styles.count}>
        {t('shown', { count: found })}
      </span>
      {path !== undefined && <ExportLinks board={board} path={path} query={query} />}
      {actions}
    </div>
  );
}
