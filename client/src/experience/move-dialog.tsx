import type { AdoptionMove, AdoptionRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveAdoption } from '../api/experiences.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { nameOf, zoneOf, type ExperienceParts } from './experience-parts.ts';

type Props = ExperienceParts & {
  adoption: AdoptionRow;
  to: AdoptionMove;
  onClose: () => void;
};

/** Today by the board's calendar, as a date field takes it. */
function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date());
}

/** A unit's next step: since when, and why where it is a step past. */
export function MoveDialog({ board, vocabulary, experience, adoption, to, onClose }: Props) {
  const { t } = useTranslation('experience');
  const today = todayIn(zoneOf(vocabulary));
  const [at, setAt] = useState(today);
  const [reason, setReason] = useState('');
  const isPast = to === 'not-applicable';
  const save = () => {
    const body = { to, at, ...(isPast ? { reason } : {}) };
    return moveAdoption(board, experience.id, adoption.unit, body);
  };
  const names = { unit: nameOf(vocabulary, adoption.unit), state: t(`state.${to}`) };
  return (
    <FormDialog
      title={t('board.moveTitle', names)}
      confirm={t('board.confirm')}
      work={save}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('board.at')}</span>
        <input
          type="date"
          required
          max={today}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <span className={form.hint}>{t('board.atHint')}</span>
      </label>
      {isPast && (
        <label className={form.field}>
          <span>{t('board.reason')}</span>
          <textarea
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <span className={form.hint}>{t('board.reasonHint')}</span>
        </label>
      )}
    </FormDialog>
  );
}
