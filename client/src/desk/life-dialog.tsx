import type { Retirable } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restore, retire } from '../api/lifecycle.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { TextArea } from '../ui/text-area.tsx';
import type { Living } from './life.ts';

interface Props {
  board: string;
  what: Retirable;
  row: Living;
  act: 'retire' | 'restore';
  /** Why it cannot be, as far as the page knows; the server knows the rest. */
  obstacle?: string | undefined;
  onClose: () => void;
}

/** Retiring, or offering again: what happens to history is said before. */
export function LifeDialog({ board, what, row, act, obstacle, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const part = { board, what, id: row.id };
  return (
    <FormDialog
      title={t(`life.${act}.title`, { name: row.name })}
      confirm={t(`act.${act}`)}
      isReady={obstacle === undefined}
      work={() => (act === 'retire' ? retire(part, reason.trim()) : restore(part))}
      onClose={onClose}
    >
      <p>{t(act === 'retire' ? `life.retire.${what}` : 'life.restore.text')}</p>
      {obstacle !== undefined && <p className={form.wrong}>{obstacle}</p>}
      {act === 'retire' && (
        <TextArea
          label={t('life.reason')}
          isRequired={false}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </FormDialog>
  );
}
