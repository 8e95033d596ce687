import type { Candidate, Title } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { awardHonour } from '../api/honours.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { newId } from '../ui/new-id.ts';
import { TextArea } from '../ui/text-area.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  title: Title;
  /** Who is proposed; nobody where a steward awards by hand. */
  candidate: Partial<Candidate>;
  onClose: () => void;
}

/** A steward gives a title to a unit, with the words that are read out and printed. */
export function AwardDialog({ board, vocabulary, title, candidate, onClose }: Props) {
  const { t } = useTranslation('honours');
  const [id] = useState(newId);
  const [unit, setUnit] = useState(candidate.unit ?? '');
  const [citation, setCitation] = useState('');
  const award = () => {
    const drive = candidate.drive === undefined ? {} : { drive: candidate.drive };
    return awardHonour(board, id, { title: title.id, unit, citation, ...drive });
  };
  return (
    <FormDialog
      title={t('award.title', { title: title.name })}
      confirm={t('award.do')}
      work={award}
      onClose={onClose}
    >
      <UnitSelect
        label={t('award.unit')}
        vocabulary={vocabulary}
        value={unit}
        onChange={setUnit}
        isRequired
      />
      <TextArea
        label={t('award.citation')}
        hint={t('award.citationHint')}
        maxLength={600}
        value={citation}
        onChange={setCitation}
      />
    </FormDialog>
  );
}
