import type { AdoptionRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOffer } from '../api/experiences.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import type { ExperienceParts } from './experience-parts.ts';

type Props = ExperienceParts & { adoptions: readonly AdoptionRow[]; onClose: () => void };

/** A steward offers it to a unit that the board did not think of. */
export function OfferDialog({ board, vocabulary, experience, adoptions, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [unit, setUnit] = useState('');
  const taken = new Set([experience.unit, ...adoptions.map((adoption) => adoption.unit)]);
  const free = [...vocabulary.units.values()]
    .filter(({ id }) => !taken.has(id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const offer = () => {
    return addOffer(board, experience.id, unit);
  };
  return (
    <FormDialog
      title={t('board.offerTitle')}
      confirm={t('board.offerDo')}
      work={offer}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
