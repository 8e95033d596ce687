import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ListView } from '../list/list-view.tsx';
import type { UnitInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { actColumn, type Act } from './act-column.tsx';
import type { DeskParts } from './desk-parts.ts';
import { EditUnit } from './edit-unit.tsx';
import { LifeDialog } from './life-dialog.tsx';
import { lifeColumn } from './life.ts';
import { MergeUnit } from './merge-unit.tsx';
import { MoveUnit } from './move-unit.tsx';

type Open = { act: 'add' } | { act: Act; unit: UnitInfo };

function OpenDialog({ open, onClose, ...parts }: DeskParts & { open: Open; onClose: () => void }) {
  switch (open.act) {
    case 'add':
      return <EditUnit {...parts} unit={undefined} onClose={onClose} />;
    case 'change':
      return <EditUnit {...parts} unit={open.unit} onClose={onClose} />;
    case 'move':
      return <MoveUnit {...parts} unit={open.unit} onClose={onClose} />;
    case 'merge':
      return <MergeUnit {...parts} unit={open.unit} onClose={onClose} />;
    case 'retire':
    case 'restore':
      return (
        <LifeDialog
          board={parts.board}
          what="unit"
          row={open.unit}
          act={open.act}
          onClose={onClose}
        />
      );
  }
}

/** All units: added, renamed, moved, merged, retired and offered again. */
export function UnitList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<Open>();
  const { sectors, units } = vocabulary;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const sectorOf = ({ sector }: UnitInfo) => sectors.get(sector)?.name ?? sector;
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  return (
    <>
      <ListView
        board={board}
        label={t('place.units.name')}
        path="/units"
        rows={[...units.values()]}
        rowId={({ id }) => id}
        text={(row) => `${row.id} ${row.name} ${sectorOf(row)}`}
        empty={t(sectors.size === 0 ? 'none.unitsOfNoSector' : 'none.units')}
        actions={
          <button
            type="button"
            className={button.primary}
            disabled={sectors.size === 0}
            onClick={() => setOpen({ act: 'add' })}
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
          {
            id: 'sector',
            label: t('column.sector'),
            cell: sectorOf,
            sortBy: sectorOf,
            facet: sectorOf,
          },
          { id: 'id', label: t('column.id'), cell: ({ id }) => id, sortBy: ({ id }) => id },
          lifeColumn<UnitInfo>(t, { timeZone, nameOf }),
          actColumn<UnitInfo>(t, {
            more: ['move', 'merge'],
            onAct: (act, unit) => setOpen({ act, unit }),
          }),
        ]}
      />
      {open && (
        <OpenDialog {...{ board, vocabulary }} open={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
