import type { TFunction } from 'i18next';
import button from '../ui/button.module.css';
import type { TableColumn } from '../ui/data-table.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './desk.module.css';
import type { Living } from './life.ts';

/** What is done with a row; its words are `act.<act>`. */
export type Act = 'change' | 'move' | 'merge' | 'retire' | 'restore';

interface Acts<R> {
  /** Further acts behind the button, beside retiring what is in use and offering again what is not. */
  more?: readonly Act[];
  onAct: (act: Act, row: R) => void;
}

function actsOf({ retired, mergedInto }: Living, more: readonly Act[]): Act[] {
  if (mergedInto !== undefined) return [];
  return retired === undefined ? [...more, 'retire'] : ['restore'];
}

/** The last column of sectors, units and metrics. `t` speaks the desk's words. */
export function actColumn<R extends Living>(
  t: TFunction<'desk'>,
  { more = [], onAct }: Acts<R>,
): TableColumn<R> {
  return {
    id: 'edit',
    label: t('column.do'),
    isActs: true,
    cell: (row) => {
      const acts = actsOf(row, more);
      return (
        <span className={styles.acts}>
          <button
            type="button"
            className={button.button}
            aria-label={t('changeOf', { name: row.name })}
            onClick={() => onAct('change', row)}
          >
            {t('change')}
          </button>
          {acts.length > 0 && (
            <Menu
              label={t('moreOf', { name: row.name })}
              sign="…"
              actions={acts.map((act) => ({
                id: act,
                label: t(`act.${act}`),
                run: () => onAct(act, row),
              }))}
            />
          )}
        </span>
      );
    },
  };
}
