import type { VerificationRules } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putRules } from '../api/recognition.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { Switch } from '../ui/switch.tsx';

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
  const body = (): VerificationRules => ({
    ...rules,
    witnesses: needsWitness ? 1 : 0,
    objectionDays: Number(days),
  });
  const take = (theirs: VerificationRules) => {
    setWitness(theirs.witnesses === 1);
    setDays(String(theirs.objectionDays));
  };
  return (
    <GuardedDialog
      title={t('rules.title')}
      confirm={t('rules.save')}
      place={{ board, kind: 'verification-rules', id: '' }}
      body={body}
      write={(written, headers) => putRules(board, written, headers)}
      onTake={take}
      onClose={onClose}
    >
      <Switch label={t('rules.witness')} isOn={needsWitness} onChange={setWitness} />
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
    </GuardedDialog>
  );
}
