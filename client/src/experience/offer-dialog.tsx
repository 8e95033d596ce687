import type { AdoptionRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOffer } from '../api/experiences.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import type { ExperienceParts } from './experience-parts.ts';

type Props = ExperienceParts & { adoptions: readonly AdoptionRow[]; onClose: () => void };

/** A steward offers it to a unit that the board did not think of. */
export function OfferDialog({ board, vocabulary, experience, adoptions, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [unit, setUnit] = useState('');
  const taken = new Set([experience.unit, ...adoptions.map((adoption) => adoption.unit)]);
  return (
    <FormDialog
      title={t('board.offerTitle')}
      confirm={t('board.offerDo')}
      work={() => addOffer(board, experience.id, unit)}
      onClose={onClose}
    >
      <UnitSelect
        label={t('form.unit')}
        vocabulary={vocabulary}
        offers={({ id }) => !taken.has(id)}
        value={unit}
        onChange={setUnit}
        isRequired
      />
    </FormDialog>
  );
}
