import type { AdoptionMove, AdoptionRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveAdoption } from '../api/experiences.ts';
import { DateField } from '../ui/date-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { dateIn } from '../ui/zone-clock.ts';
import { nameOf, zoneOf, type ExperienceParts } from './experience-parts.ts';

type Props = ExperienceParts & {
  adoption: AdoptionRow;
  to: AdoptionMove;
  onClose: () => void;
};

/** A unit's next step: since when, and why where it is a step past. */
export function MoveDialog({ board, vocabulary, experience, adoption, to, onClose }: Props) {
  const { t } = useTranslation('experience');
  const zone = zoneOf(vocabulary);
  const [today] = useState(() => dateIn(zone, Date.now()));
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
      <DateField
        label={t('board.at')}
        hint={t('board.atHint')}
        zone={zone}
        isRequired
        max={today}
        value={at}
        onChange={setAt}
      />
      {isPast && (
        <TextArea
          label={t('board.reason')}
          hint={t('board.reasonHint')}
          value={reason}
          onChange={setReason}
        />
      )}
    </FormDialog>
  );
}
