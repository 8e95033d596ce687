import type { AdoptionMove, AdoptionRow } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveAdoption } from '../api/experiences.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
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
  const { isBusy, refused, submit } = useSubmit(onClose);
  const isPast = to === 'not-applicable';
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = { to, at, ...(isPast ? { reason } : {}) };
    submit(() => moveAdoption(board, experience.id, adoption.unit, body));
  };
  const names = { unit: nameOf(vocabulary, adoption.unit), state: t(`state.${to}`) };
  return (
    <Dialog title={t('board.moveTitle', names)} onClose={onClose}>
      <form className={form.form} onSubmit={save}>
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
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('board.confirm')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
