import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putVocabulary } from '../api/vocabulary.ts';
import { freeId } from '../setup/name-ids.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import { NameField } from './name-field.tsx';

interface Props {
  board: string;
  /** None: a new one. */
  sector: { id: string; name: string } | undefined;
  taken: ReadonlySet<string>;
  onClose: () => void;
}

export function EditSector({ board, sector, taken, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [name, setName] = useState(sector?.name ?? '');
  const id = sector?.id ?? freeId(name, 'sector', taken);
  return (
    <GuardedDialog
      title={sector ? t('edit.sector') : t('add.sector')}
      confirm={t('save')}
      place={{ board, kind: 'sector', id }}
      body={() => ({ name: name.trim() })}
      write={(body, headers) => putVocabulary({ board, kind: 'sectors', id }, body, headers)}
      onTake={(theirs) => setName(theirs.name)}
      onClose={onClose}
      isReady={name.trim() !== ''}
    >
      <NameField value={name} onChange={setName} />
    </GuardedDialog>
  );
}
