import type { Sector } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { EditSector } from './edit-sector.tsx';
import type { DeskParts } from './desk-parts.ts';
import { changeColumn } from './change-column.tsx';
import { ListView } from '../list/list-view.tsx';

/** Sectors with the units in them. */
export function SectorList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [edited, setEdited] = useState<Pick<Sector, 'id' | 'name'> | 'new'>();
  const { sectors, units } = vocabulary;
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { sector } of units.values()) found.set(sector, (found.get(sector) ?? 0) + 1);
    return found;
  }, [units]);
  return (
    <>
      <ListView
        board={board}
        label={t('place.sectors.name')}
        path="/sectors"
        rows={[...sectors.values()]}
        rowId={({ id }) => id}
        text={({ id, name }) => `${id} ${name}`}
        empty={t('none.sectors')}
        actions={
          <button type="button" className={button.primary} onClick={() => setEdited('new')}>
            {t('add.sector')}
          </button>
        }
        columns={[
          {
            id: 'name',
            label: t('column.name'),
            cell: ({ name }) => name,
            sortBy: ({ name }) => name,
          },
          { id: 'id', label: t('column.id'), cell: ({ id }) => id, sortBy: ({ id }) => id },
          {
            id: 'units',
            label: t('column.units'),
            isNumber: true,
            cell: ({ id }) => counts.get(id) ?? 0,
            sortBy: ({ id }) => counts.get(id) ?? 0,
          },
          changeColumn<Pick<Sector, 'id' | 'name'>>(t, setEdited),
        ]}
      />
      {edited && (
        <EditSector
          board={board}
          sector={edited === 'new' ? undefined : edited}
          taken={new Set(sectors.keys())}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
