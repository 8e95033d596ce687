import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectorInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { EditSector } from './edit-sector.tsx';
import type { DeskParts } from './desk-parts.ts';
import { actColumn, type Act } from './act-column.tsx';
import { LifeDialog } from './life-dialog.tsx';
import { lifeColumn } from './life.ts';
import { ListView } from '../list/list-view.tsx';

type Open = { act: 'add' } | { act: Act; sector: SectorInfo };

/** Sectors with the units in them. */
export function SectorList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { sectors, units } = vocabulary;
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { sector, retired } of units.values())
      if (retired === undefined) found.set(sector, (found.get(sector) ?? 0) + 1);
    return found;
  }, [units]);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const obstacleOf = ({ id }: SectorInfo) => {
    const count = counts.get(id) ?? 0;
    return count > 0 ? t('life.hasUnits', { count }) : undefined;
  };
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
          <button type="button" className={button.primary} onClick={() => setOpen({ act: 'add' })}>
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
          lifeColumn<SectorInfo>(t, { timeZone, nameOf: (id) => id }),
          actColumn<SectorInfo>(t, { onAct: (act, sector) => setOpen({ act, sector }) }),
        ]}
      />
      {open && (open.act === 'add' || open.act === 'change') && (
        <EditSector
          board={board}
          sector={open.act === 'add' ? undefined : open.sector}
          taken={new Set(sectors.keys())}
          onClose={close}
        />
      )}
      {open && (open.act === 'retire' || open.act === 'restore') && (
        <LifeDialog
          board={board}
          what="sector"
          row={open.sector}
          act={open.act}
          obstacle={open.act === 'retire' ? obstacleOf(open.sector) : undefined}
          onClose={close}
        />
      )}
    </>
  );
}
