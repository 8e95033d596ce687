import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putVocabulary } from '../api/vocabulary.ts';
import { freeId } from '../setup/name-ids.ts';
import { SearchSelect } from '../ui/search-select.tsx';
import type { DeskParts } from './desk-parts.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import { NameField } from './name-field.tsx';
import { sectorOptions } from './sector-options.ts';

interface Props extends DeskParts {
  unit: { id: string; name: string; sector: string } | undefined;
  onClose: () => void;
}

/** Its name and its sector; moved to another one, its results keep theirs. */
export function EditUnit({ board, vocabulary, unit, onClose }: Props) {
  const { t } = useTranslation('desk');
  const { units } = vocabulary;
  const [name, setName] = useState(unit?.name ?? '');
  const [sector, setSector] = useState(
    unit?.sector ?? sectorOptions(vocabulary, undefined)[0]?.value ?? '',
  );
  const id = unit?.id ?? freeId(name, 'unit', new Set(units.keys()));
  return (
    <GuardedDialog
      title={unit ? t('edit.unit') : t('add.unit')}
      confirm={t('save')}
      place={{ board, kind: 'unit', id }}
      body={() => ({ name: name.trim(), sector })}
      write={(body, headers) => putVocabulary({ board, kind: 'units', id }, body, headers)}
      onTake={(theirs) => (setName(theirs.name), setSector(theirs.sector))}
      onClose={onClose}
      isReady={name.trim() !== '' && sector !== ''}
    >
      <NameField value={name} onChange={setName} />
      <SearchSelect
        label={t('column.sector')}
        hint={t('edit.moveHint')}
        options={sectorOptions(vocabulary, unit?.sector)}
        value={sector}
        onChange={setSector}
      />
    </GuardedDialog>
  );
}
