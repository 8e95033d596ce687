import type { AdoptionRow } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addOffer } from '../api/experiences.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import type { ExperienceParts } from './experience-parts.ts';

type Props = ExperienceParts & { adoptions: readonly AdoptionRow[]; onClose: () => void };

/** A steward offers it to a unit that the board did not think of. */
export function OfferDialog({ board, vocabulary, experience, adoptions, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [unit, setUnit] = useState('');
  const { isBusy, refused, submit } = useSubmit(onClose);
  const taken = new Set([experience.unit, ...adoptions.map((adoption) => adoption.unit)]);
  const free = [...vocabulary.units.values()]
    .filter(({ id }) => !taken.has(id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const offer = (event: FormEvent) => {
    event.preventDefault();
    submit(() => addOffer(board, experience.id, unit));
  };
  return (
    <Dialog title={t('board.offerTitle')} onClose={onClose}>
      <form className={form.form} onSubmit={offer}>
        <label className={form.field}>
          <span>{t('form.unit')}</span>
          <select required value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{t('board.choose')}</option>
            {free.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('board.offerDo')}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
