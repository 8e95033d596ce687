import type { Unit } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putVocabulary } from '../api/vocabulary.ts';
import { Select } from '../ui/select.tsx';
import type { DeskParts } from './desk-parts.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import { sectorOptions } from './sector-options.ts';

interface Props extends DeskParts {
  unit: Unit;
  onClose: () => void;
}

/** To another sector: what was achieved stays where it was achieved. */
export function MoveUnit({ board, vocabulary, unit, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [name, setName] = useState(unit.name);
  const [sector, setSector] = useState(unit.sector);
  const { id } = unit;
  const nameOf = (one: string) => vocabulary.sectors.get(one)?.name ?? one;
  return (
    <GuardedDialog
      title={t('move.title', { name: unit.name })}
      confirm={t('save')}
      place={{ board, kind: 'unit', id }}
      body={() => ({ name, sector })}
      write={(body, headers) => putVocabulary({ board, kind: 'units', id }, body, headers)}
      onTake={(theirs) => (setName(theirs.name), setSector(theirs.sector))}
      onClose={onClose}
      isReady={sector !== '' && sector !== unit.sector}
    >
      <p>{t('move.text', { sector: nameOf(unit.sector) })}</p>
      <Select
        label={t('move.to')}
        options={sectorOptions(vocabulary, unit.sector)}
        value={sector}
        onChange={setSector}
      />
    </GuardedDialog>
  );
}
