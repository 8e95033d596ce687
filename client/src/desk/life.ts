import type { TFunction } from 'i18next';
import type { ListColumn } from '../list/found-rows.ts';
import { formatDate } from '../ui/format.ts';

/** What the board tells of the life of its sectors, units and metrics. */
export interface Living {
  id: string;
  name: string;
  retired?: string;
  mergedInto?: string;
}

/** In use, retired since when, or merged into which. `t` speaks the desk's words. */
export function lifeColumn<R extends Living>(
  t: TFunction<'desk'>,
  { timeZone, nameOf }: { timeZone: string; nameOf: (id: string) => string },
): ListColumn<R> {
  const state = ({ retired, mergedInto }: R) =>
    t(
      mergedInto !== undefined
        ? 'life.merged'
        : retired !== undefined
          ? 'life.retired'
          : 'life.used',
    );
  return {
    id: 'life',
    label: t('column.state'),
    sortBy: state,
    facet: state,
    cell: (row) => {
      if (row.mergedInto !== undefined)
        return t('life.mergedInto', { unit: nameOf(row.mergedInto) });
      return row.retired === undefined
        ? state(row)
        : t('life.retiredAt', { at: formatDate(row.retired, timeZone) });
    },
  };
}
