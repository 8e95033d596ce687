import type { Candidate, Title } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { awardHonour } from '../api/honours.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';

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
  const units = [...vocabulary.units.values()].sort((a, b) => a.name.localeCompare(b.name));
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
      <label className={form.field}>
        <span>{t('award.unit')}</span>
        <select required value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="">{t('award.choose')}</option>
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        <span>{t('award.citation')}</span>
        <textarea
          required
          maxLength={600}
          value={citation}
          onChange={(event) => setCitation(event.target.value)}
        />
        <span className={form.hint}>{t('award.citationHint')}</span>
      </label>
    </FormDialog>
  );
}
