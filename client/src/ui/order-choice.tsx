import { useTranslation } from 'react-i18next';
import form from './form.module.css';
import type { Orderable, RowOrder } from './row-order.ts';

const directions = ['ascending', 'descending'] as const;

interface Props<R> {
  fields: readonly (Orderable<R> & { label: string })[];
  order: RowOrder | undefined;
  onOrder: (order: (RowOrder & { column: string }) | undefined) => void;
}

/** Cards have no heads to press: what they are ordered by is chosen, and which way. */
export function OrderChoice<R>({ fields, order, onOrder }: Props<R>) {
  const { t } = useTranslation('list');
  return (
    <label className={form.field}>
      <span>{t('order')}</span>
      <select
        value={order ? `${order.direction} ${order.column}` : ''}
        onChange={({ target }) => {
          const [direction, column = ''] = target.value.split(' ');
          const known = directions.find((each) => each === direction);
          onOrder(known && { column, direction: known });
        }}
      >
        <option value="">{t('asItComes')}</option>
        {fields
          .filter(({ sortBy }) => sortBy)
          .flatMap((field) =>
            directions.map((direction) => (
              <option key={`${direction} ${field.id}`} value={`${direction} ${field.id}`}>
                {t(direction, { field: field.label })}
              </option>
            )),
          )}
      </select>
    </label>
  );
}
