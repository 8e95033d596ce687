import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawExperience } from '../api/experiences.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';

interface Props {
  board: string;
  id: string;
  onClose: () => void;
}

export function WithdrawDialog({ board, id, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [reason, setReason] = useState('');
  const withdraw = () => {
    return withdrawExperience(board, id, reason);
  };
  return (
    <FormDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.do')}
      work={withdraw}
      onClose={onClose}
    >
      <p>{t('withdraw.text')}</p>
      <label className={form.field}>
        <span>{t('withdraw.reason')}</span>
        <textarea
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
