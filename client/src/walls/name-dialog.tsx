import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameDisplay } from '../api/displays.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
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
    <FormDialog
      title={t('name.title')}
      confirm={t('name.save')}
      work={() => nameDisplay(board, wall.id, { name, playlist })}
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
    </FormDialog>
  );
}
