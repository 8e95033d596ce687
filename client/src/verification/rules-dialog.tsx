import type { VerificationRules } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { putRules } from '../api/recognition.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './verification.module.css';

/** What a record of this board needs before it is ratified. */
export function RulesDialog({
  board,
  rules,
  onClose,
}: {
  board: string;
  rules: VerificationRules;
  onClose: () => void;
}) {
  const { t } = useTranslation('verification');
  const [needsWitness, setWitness] = useState(rules.witnesses === 1);
  const [days, setDays] = useState(String(rules.objectionDays));
  const { isBusy, refused, submit } = useSubmit(onClose);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const witnesses = needsWitness ? 1 : 0;
    submit(() => putRules(board, { ...rules, witnesses, objectionDays: Number(days) }));
  };
  return (
    <Dialog title={t('rules.title')} onClose={onClose}>
      <form className={form.form} onSubmit={save}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={needsWitness}
            onChange={(event) => setWitness(event.target.checked)}
          />
          <span>{t('rules.witness')}</span>
        </label>
        <label className={form.field}>
          <span>{t('rules.days')}</span>
          <input
            type="number"
            required
            min={0}
            max={60}
            step={1}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
          <span className={form.hint}>{t('rules.daysHint')}</span>
        </label>
        <p className={form.hint}>{t('rules.fixed')}</p>
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('rules.save')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
