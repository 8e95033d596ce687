import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  type SortDescriptor,
} from 'react-aria-components/Table';
import { useRef, useState, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { useLostFocus } from './lost-focus.ts';
import { OrderChoice } from './order-choice.tsx';
import { orderRows, type Orderable } from './row-order.ts';

export interface TableColumn<R> extends Orderable<R> {
  label: string;
  cell: (row: R) => ReactNode;
  /** The column that says what its row is about; by default the first. */
  isHead?: boolean;
  /** Numbers stand under one another at their end. */
  isNumber?: boolean;
  /** Buttons, which say themselves what they do: their cells need no name where rows are cards. */
  isActs?: boolean;
  /** Where rows are cards it takes their whole width, below its name. */
  isWide?: boolean;
}

interface Props<R> {
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** What stands in place of no rows. */
  empty: ReactNode;
  /** Only this part of them, once they are in order. */
  page?: { at: number; size: number };
  /** As the rows come, until somebody asks for another order. */
  sorted?: SortDescriptor;
  /** Whoever holds more rows than these puts them in order: they stay as they come. */
  orderedBy?: { sort: SortDescriptor; onSort: (sort: SortDescriptor | undefined) => void };
}

/**
 * Rows of figures: arrow keys go from cell to cell, the head stays, a press on it sorts. In little
 * room a row is a card whose cells say their columns themselves, and the order is chosen above.
 */
export function DataTable<R>(props: Props<R>) {
  const { label, columns, rowId, empty, sorted, page, orderedBy } = props;
  const area = useRef<HTMLDivElement>(null);
  useLostFocus(area);
  const [own, setOwn] = useState(sorted);
  const { sort, onSort } = orderedBy ?? { sort: own, onSort: setOwn };
  const ordered = orderedBy ? props.rows : orderRows(props.rows, columns, sort);
  const shown = page ? ordered.slice(page.at * page.size, (page.at + 1) * page.size) : ordered;
  const hasHead = columns.some(({ isHead }) => isHead);
  const canChoose = props.rows.length > 1 && columns.some(({ sortBy }) => sortBy);
  return (
    <div className={styles.room} ref={area}>
      {canChoose && (
        <div className={styles.choice}>
          <OrderChoice fields={columns} order={sort} onOrder={onSort} />
        </div>
      )}
      <div className={styles.scroll}>
        <Table
          aria-label={label}
          className={styles.table ?? ''}
          onSortChange={onSort}
          {...(sort ? { sortDescriptor: sort } : {})}
        >
          <TableHeader>
            {columns.map(({ id, label: name, sortBy, isHead, isNumber = false }, at) => (
              <Column
                key={id}
                id={id}
                isRowHeader={hasHead ? isHead === true : at === 0}
                allowsSorting={sortBy !== undefined}
                className={styles.head ?? ''}
                data-number={isNumber}
              >
                {({ sortDirection }) => (
                  <span className={styles.name}>
                    {name}
                    {sortBy && <span className={styles.order} data-order={sortDirection} />}
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody renderEmptyState={() => <p className={styles.empty}>{empty}</p>}>
            {shown.map((row) => (
              <Row key={rowId(row)} id={rowId(row)} className={styles.row ?? ''}>
                {columns.map(({ id, label: name, cell, isNumber = false, isActs, isWide }) => (
                  <Cell
                    key={id}
                    className={styles.cell ?? ''}
                    data-number={isNumber}
                    data-column={isActs ? undefined : name}
                    data-wide={isWide}
                  >
                    <div className={styles.held}>{cell(row)}</div>
                  </Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
