import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderChoice } from '../ui/order-choice.tsx';
import panel from '../ui/panel.module.css';
import { orderRows, type RowOrder } from '../ui/row-order.ts';
import { everything, findRows, type ListField } from './found-rows.ts';
import { pagesOf } from './list-pages.ts';
import { ListTools, type ListFiles } from './list-tools.tsx';
import styles from './list.module.css';
import { Pager } from './pager.tsx';

interface Props<R> extends ListFiles {
  label: string;
  fields: readonly ListField<R>[];
  rows: readonly R[];
  /** What is searched by typing. */
  text: (row: R) => string;
  /** Cards are larger than lines: fewer make a page. */
  perPage?: number;
  actions?: ReactNode;
  children: (shown: readonly R[]) => ReactNode;
}

/** A list whose rows have a look of their own: searched, filtered, sorted, in pages, and as a file. */
export function CardList<R>(props: Props<R>) {
  const { board, path, query, label, fields, rows, actions, perPage = 20, children } = props;
  const { t } = useTranslation('list');
  const [wanted, setWanted] = useState(everything);
  const [order, setOrder] = useState<RowOrder>();
  const [page, setPage] = useState(0);
  const found = findRows({ ...props, columns: fields }, wanted);
  const { at, pages } = pagesOf(found.length, page, perPage);
  const shown = orderRows(found, fields, order).slice(at * perPage, (at + 1) * perPage);
  return (
    <div className={styles.list}>
      <ListTools
        {...{ board, path, query, label, rows, fields, actions, wanted }}
        found={found.length}
        onWant={(next) => (setWanted(next), setPage(0))}
        order={<OrderChoice fields={fields} order={order} onOrder={setOrder} />}
      />
      {shown.length === 0 && rows.length > 0 ? (
        <p className={panel.empty}>{t('nothing')}</p>
      ) : (
        children(shown)
      )}
      <Pager at={at} pages={pages} onGo={setPage} />
    </div>
  );
}
