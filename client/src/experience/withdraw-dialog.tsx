import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawExperience } from '../api/experiences.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';

interface Props {
  board: string;
  id: string;
  onClose: () => void;
}

export function WithdrawDialog({ board, id, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [reason, setReason] = useState('');
  const { isBusy, refused, submit } = useSubmit(onClose);
  const withdraw = (event: FormEvent) => {
    event.preventDefault();
    submit(() => withdrawExperience(board, id, reason));
  };
  return (
    <Dialog title={t('withdraw.title')} onClose={onClose}>
      <form className={form.form} onSubmit={withdraw}>
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
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('withdraw.do')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
