import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import button from '../ui/button.module.css';
import type { UnitInfo } from '../store/board-store.ts';
import type { DeskParts } from './desk-parts.ts';
import { EditUnit } from './edit-unit.tsx';
import { changeColumn } from './change-column.tsx';
import { ListView } from '../list/list-view.tsx';

/** All units: added, renamed, moved. */
export function UnitList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [edited, setEdited] = useState<UnitInfo | 'new'>();
  const { sectors, units } = vocabulary;
  const sectorOf = ({ sector }: UnitInfo) => sectors.get(sector)?.name ?? sector;
  return (
    <>
      <ListView
        board={board}
        label={t('place.units.name')}
        path="/units"
        rows={[...units.values()]}
        rowId={({ id }) => id}
        text={(row) => `${row.id} ${row.name} ${sectorOf(row)}`}
        empty={t('none.units')}
        actions={
          <button
            type="button"
            className={button.primary}
            disabled={sectors.size === 0}
            onClick={() => setEdited('new')}
          >
            {t('add.unit')}
          </button>
        }
        columns={[
          {
            id: 'name',
            label: t('column.name'),
            cell: ({ id, name }) => <Link href={`/b/${board}/u/${id}`}>{name}</Link>,
            sortBy: ({ name }) => name,
          },
          { id: 'sector', label: t('column.sector'), cell: sectorOf, sortBy: sectorOf },
          { id: 'id', label: t('column.id'), cell: ({ id }) => id, sortBy: ({ id }) => id },
          changeColumn<UnitInfo>(t, setEdited),
        ]}
      />
      {edited && (
        <EditUnit
          board={board}
          vocabulary={vocabulary}
          unit={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
