import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameDisplay } from '../api/displays.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import type { Wall } from './wall-rows.ts';

interface Props {
  board: string;
  wall: Wall;
  onClose: () => void;
}

export function NameDialog({ board, wall, onClose }: Props) {
  const { t } = useTranslation('walls');
  const [name, setName] = useState(wall.name ?? '');
  const { playlist } = wall;
  return (
    <GuardedDialog
      title={t('name.title')}
      confirm={t('name.save')}
      place={{ board, kind: 'display', id: wall.id }}
      body={() => ({ name, playlist })}
      write={(body, headers) => nameDisplay(board, wall.id, body, headers)}
      onTake={(theirs) => setName(theirs.name)}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('name.label')}</span>
        <input
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <span className={form.hint}>{t('name.hint')}</span>
      </label>
    </GuardedDialog>
  );
}
