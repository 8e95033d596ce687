import type { TFunction } from 'i18next';
import button from '../ui/button.module.css';
import type { TableColumn } from '../ui/data-table.tsx';

/** The last column of what can be changed. `t` speaks the desk's words. */
export function changeColumn<R extends { name: string }>(
  t: TFunction<'desk'>,
  onChange: (row: R) => void,
): TableColumn<R> {
  return {
    id: 'edit',
    label: t('column.do'),
    cell: (row) => (
      <button
        type="button"
        className={button.button}
        aria-label={t('changeOf', { name: row.name })}
        onClick={() => onChange(row)}
      >
        {t('change')}
      </button>
    ),
  };
}
